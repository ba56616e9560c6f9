export {portalBuildSchema, type PortalBuild} from './build.ts';
export {RESERVED_WORDS} from './check-manifest.ts';
export type {CommandData, CommandHandler, Commands, CommandState, CommandStatus} from './commands.ts';
export type {
  Boot,
  CompiledMessages,
  Composition,
  ModuleCheck,
  ModuleHead,
  NavigationHead,
  PortalMessage,
  Preferences,
  RecentChoice,
  RegistryEntry,
  Session,
  ShortcutHead,
  Theme,
  User,
  WithheldModule,
} from './composition.ts';
export {
  CONSUMER_EVENTS,
  toConsumerDependencies,
  toConsumerKey,
  toConsumerParts,
  toRouteKeys,
  type ConsumerExport,
  type ConsumerParts,
} from './consumer-parts.ts';
export {
  parseConsumerManifest,
  parseConsumerRegistration,
  type ConsumerManifest,
  type ConsumerRegistration,
} from './consumer-registration.ts';
export {CONTEXT_KEYS} from './contexts.ts';
export type {
  ContributionId,
  DeclaredAction,
  DeclaredModule,
  HeardEvents,
  OwnExtensionPoints,
  PublishedEvents,
  SettingValues,
  WholeStore,
} from './declared.ts';
export type {ContributionReport, RefusedContribution} from './contribution-report.ts';
export {
  defineConfig,
  defineModule,
  type ModuleDefinition,
  type ModuleHooks,
  type ModuleRoutes,
  type RouteComponent,
  type RouteDefinition,
} from './define-module.ts';
export {mergeChecks} from './module-checks.ts';
export {describeValue} from './describe-value.ts';
export {DisposableStack, type Dispose} from './dispose.ts';
export type {EmbeddedModule, EmbedQuestion, EmbedSession, EmbedToken, WithheldFromEmbed} from './embed.ts';
export {MESSAGES, PortalError, toFaultText, type ErrorCode, type Fault, type Problem} from './errors.ts';
export {editDistance} from './edit-distance.ts';
export type {EventBus, EventName, PortalEvents} from './events.ts';
export type {
  Contribution,
  DashboardCard,
  ExtensionPointId,
  ExtensionPoints,
  SettingsPageData,
} from './extension-points.ts';
export type {ForeignComponent} from './foreign-component.ts';
export type {HandlerContext, HandlerReference} from './handlers.ts';
export type {
  Contributions,
  GlobalState,
  Host,
  Logger,
  Messages,
  ModuleState,
  ModuleStates,
  Navigation,
  Notifications,
  Permissions,
  PortalClient,
  RouteLocation,
} from './host.ts';
export type {IconNode} from './icon.ts';
export type {JsonSchemaValue} from './json-schema-value.ts';
export type {LiveData, Preview, ResourceChange, Watched} from './live.ts';
export type {ExplainedModule, ExplainedOutcome, Explanation} from './explanation.ts';
export type {ModuleStatus, ModuleTabStatus, ModuleTransition} from './lifecycle.ts';
export {localizeManifest} from './localize.ts';
export {manifestJsonSchema} from './manifest-json-schema.ts';
export {API_VERSION} from './manifest-version.ts';
export {
  findUnknownFields,
  manifestSchema,
  parseManifest,
  type ComponentReference,
  type ContributionData,
  type DataNeed,
  type ModuleManifest,
  type NavigationItem,
  type PublicElement,
  type Route,
} from './manifest.ts';
export type {ModuleConfig} from './module-config.ts';
export {findNearest} from './nearest.ts';
export {
  NOTIFICATIONS_PER_MINUTE,
  type NotificationDraft,
  type NotificationList,
  type PortalNotification,
} from './notifications.ts';
export type {ObserverClient} from './observer/client.ts';
export {LOG_LEVELS, type LogLevel, type LogLine} from './observer/log-line.ts';
export {logsQuery, queryLogs, toLogsKey, type LogPage, type LogsFilter, type ObserverKey} from './observer/logs.ts';
export type {Address, ListOptions, OpenChoreoClient} from './openchoreo/client.ts';
export {toDeploymentState, toStages, type DeploymentState, type PipelineStage} from './openchoreo/deployment.ts';
export type {
  ComponentOwner,
  ComponentRelease,
  ContainerFile,
  ContainerValue,
  EndpointStatus,
  EndpointUrl,
  ProjectRelease,
  ProjectReleaseBinding,
  ReleaseBinding,
  SchemaType,
  WorkflowRun,
} from './openchoreo/deployment-types.ts';
export {
  isKindName,
  KINDS,
  toResourcePath,
  type KindInfo,
  type KindName,
  type Kinds,
  type ResourceOf,
} from './openchoreo/kinds.ts';
export {listQuery, resourceQuery, toListKey, type OpenChoreoKey, type OpenChoreoQuery} from './openchoreo/queries.ts';
export {
  DESCRIPTION,
  DISPLAY_NAME,
  toDescription,
  toDisplayName,
  type Condition,
  type ObjectMeta,
  type Page,
  type Resource,
} from './openchoreo/resource.ts';
export {
  generateRelease,
  readClusterEvents,
  readClusterNodes,
  readPodLogs,
  readRunEvents,
  readRunLogs,
  readRunStatus,
  type ClusterEvent,
  type ClusterNode,
  type PodLogLine,
  type ReadOptions,
  type RunEvent,
  type RunLogLine,
  type RunStatus,
} from './openchoreo/sub-resources.ts';
export type {
  Component,
  ComponentType,
  Conditioned,
  DataPlane,
  DeploymentPipeline,
  Environment,
  Namespace,
  Project,
  Reference,
  Role,
  RoleBinding,
  Workload,
} from './openchoreo/types.ts';
export {
  allowsSomewhere,
  covers,
  decide,
  type Decision,
  type PathGrant,
  type Permission,
  type PermissionProfile,
} from './permissions.ts';
export {isPerspective, PERSPECTIVES, showsIn, type Perspective, type PerspectiveTarget} from './perspective.ts';
export type {OwnPreference, OwnPreferences} from './own-preferences.ts';
export {PORTAL_POINTS, type ExtensionPointDeclaration} from './portal-points.ts';
export type {Prerender, PrerenderedPage, PrerenderRequest} from './prerender.ts';
export type {Result} from './result.ts';
export {findRoute, isFor, matchRoutes, type RouteMatch} from './routes/match-routes.ts';
export {toPath, type Params} from './routes/params.ts';
export {MAX_REDIRECTS, toRedirect} from './routes/redirect.ts';
export {SCOPE_FIELDS, toScope, toScopePath, type Scope} from './scope.ts';
export type {SearchHandler, SearchProviderData, SearchResult} from './search.ts';
export {changeScope, readSelection, type ScopeChange, type Selection} from './selection.ts';
export {isVersion, isVersionRange} from './semver.ts';
export {findSettingFault, type Setting, type SettingGroup, type Settings} from './settings.ts';
export type {StatusItemData} from './status.ts';
export type {ReadableStore} from './store.ts';
export {
  defineStores,
  type ModuleStoreId,
  type ModuleStores,
  type StoreDefinition,
  type StoreField,
  type StoreSchema,
  type Stores,
  type StoresOf,
  type StoreValues,
  type StoreVerdict,
} from './stores.ts';
export {toFaults} from './to-faults.ts';
export type {RoleChoice, RoleReference} from './view-as.ts';
