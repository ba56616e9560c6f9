import {whenIdle} from '@openchoreo/portal-lit';

/** How much of it must be in view: an edge that shows by chance is not looked at. */
const SHARE = 0.5;

/**
 * Resolves when the place of the element is in view for the first time and the browser has nothing better to do. The
 * place is what is around it: before it is filled, the element itself has no height to be seen.
 */
export function whenSeen(element: Element): Promise<void> {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({isIntersecting}) => isIntersecting)) return;
        observer.disconnect();
        whenIdle(resolve);
      },
      {threshold: SHARE},
    );
    observer.observe(element.parentElement ?? element);
  });
}
