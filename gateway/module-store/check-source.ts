import {PortalError} from '@openchoreo/portal-contract';
import {lookup as ask} from 'node:dns/promises';
import {BlockList, isIP} from 'node:net';
import {isLoopback} from '../config/is-loopback.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface SourceRules {
  /** Hosts, with a port where it matters. Absent: this machine only. */
  readonly allow?: readonly string[] | undefined;
  readonly lookup?: ((host: string) => Promise<readonly ResolvedAddress[]>) | undefined;
}

/** Where no module comes from, whatever name leads there: the cloud's metadata, no address at all, many at once. */
const NOWHERE = new BlockList();
NOWHERE.addSubnet('0.0.0.0', 8, 'ipv4');
NOWHERE.addSubnet('169.254.0.0', 16, 'ipv4');
NOWHERE.addSubnet('224.0.0.0', 3, 'ipv4');
NOWHERE.addAddress('::', 'ipv6');
NOWHERE.addSubnet('fe80::', 10, 'ipv6');
NOWHERE.addSubnet('ff00::', 8, 'ipv6');

const HERE = new BlockList();
HERE.addSubnet('127.0.0.0', 8, 'ipv4');
HERE.addAddress('::1', 'ipv6');

/**
 * The addresses from which the URL may be fetched: of an allowed host, by http or https, and where its name leads is
 * what the name says. To be connected to as they are: a name asked for twice may lead elsewhere the second time. Throws
 * `MODULE_SOURCE_REFUSED`.
 */
export async function checkSource(
  url: URL,
  {allow, lookup = lookUp}: SourceRules,
): Promise<readonly ResolvedAddress[]> {
  const refuse = (why: string): never => {
    throw new PortalError('MODULE_SOURCE_REFUSED', [url.origin === 'null' ? url.protocol : url.origin, why]);
  };
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    refuse('the address does not begin with http:// or https://');
  if (url.username || url.password) refuse('the address holds a name or a password');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isHere = isLoopback(host);
  const isAllowed = allow === undefined ? isHere : allow.includes(url.host) || allow.includes(url.hostname);
  if (!isAllowed)
    refuse(`MODULE_SOURCES_ALLOW ${allow === undefined ? 'is not set: this machine only' : 'does not name the host'}`);
  const literal = isIP(host);
  const addresses = literal ? [{address: host, family: literal}] : await lookup(host).catch(() => []);
  if (addresses.length === 0) throw new PortalError('MODULE_SOURCE_UNREADABLE', [url.origin, 'its host is not known']);
  for (const {address, family} of addresses) {
    const type = family === 6 ? 'ipv6' : 'ipv4';
    if (NOWHERE.check(address, type)) refuse(`its host leads to ${address}`);
    if (HERE.check(address, type) !== isHere) refuse(`its host leads to ${address}`);
  }
  return addresses;
}

function lookUp(host: string): Promise<readonly ResolvedAddress[]> {
  return ask(host, {all: true});
}
