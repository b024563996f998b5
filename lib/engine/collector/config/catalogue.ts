import type { Signal } from './component-id'
import { type ComponentKind, componentKinds } from './component-kind'
import type { ComponentCatalogue, ComponentType } from './component-type'
import { knownExporters, knownProcessors, knownReceivers } from './known-components'
import { memoryLimiterComponent } from './memory-limiter-component'
import { struct } from './schema'
import { tailSamplingComponent } from './tail-sampling-component'

const letters: Readonly<Record<string, Signal>> = { t: 'traces', m: 'metrics', l: 'logs', p: 'profiles' }

/** `type:signals` by first letter, as in the tables of the distribution's README files. */
function signalsOf(text: string): Signal[] {
  return [...text].flatMap((letter) => letters[letter] ?? [])
}

function types(table: string): Record<string, ComponentType> {
  const entries = table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [type = '', signals = ''] = entry.split(':')
      return [type, { signals: signalsOf(signals) }] as const
    })
  return Object.fromEntries(entries)
}

/** `type:pairs`, a pair being two letters, from and to. */
function connectors(table: string): Record<string, ComponentType> {
  const entries = table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [type = '', text = ''] = entry.split(':')
      const pairs = text.split(',').map((pair) => signalsOf(pair) as [Signal, Signal])
      return [type, { signals: [...new Set(pairs.flat())], pairs }] as const
    })
  return Object.fromEntries(entries)
}

const receivers = types(`
  nop:tmlp otlp:tmlp otelarrow:tml active_directory_ds:m aerospike:m apache:m apachespark:m
  awscloudwatch:l awscontainerinsightreceiver:m awsecscontainermetrics:m awsfirehose:ml awss3:tml awsxray:t
  azureblob:tl azureeventhub:tml azuremonitor:m bigip:m carbon:m chrony:m cloudflare:l cloudfoundry:tml
  collectd:m couchdb:m datadog:tml docker_stats:m elasticsearch:m envoyals:l expvar:m faro:tl filelog:l
  file_log:l filestats:m flinkmetrics:m fluentforward:l github:tm gitlab:t googlecloudmonitoring:m
  googlecloudpubsub:tml googlecloudspanner:m haproxy:m hostmetrics:m host_metrics:m httpcheck:m iis:m influxdb:m
  jaeger:t jmx:m journald:l k8s_cluster:ml k8s_events:l k8slog:l k8sobjects:l kafka:tmlp kafkametrics:m kubeletstats:m
  libhoneyevent:tl loki:l memcached:m mongodb:m mongodbatlas:ml mysql:ml named_pipe:l namedpipe:l netflow:l nginx:m
  nsxt:m ntp:m opencensus:tm oracledb:ml osquery:l otlpjsonfile:tmlp podman_stats:m postgresql:ml prometheus:m
  prometheus_simple:m prometheusremotewrite:m prometheus_remote_write:m pulsar:tml purefa:m purefb:m rabbitmq:m receiver_creator:tml redis:m
  riak:m saphana:m signalfx:ml simpleprometheus:m skywalking:tm snmp:m snowflake:m solace:t splunk_hec:ml
  splunkenterprise:m sqlquery:ml sqlserver:ml sshcheck:m stef:m statsd:m syslog:l systemd:m tcpcheck:m tcplog:l
  tlscheck:m udplog:l vcenter:m vcr:t wavefront:m webhookevent:tml windowseventlog:l windowsperfcounters:m
  windowsservice:m yanggrpc:m zipkin:t zookeeper:m`)

const processors = types(`
  nop:tmlp attributes:tml batch:tml coralogix:t cumulativetodelta:m cumulative_to_delta:m deltatocumulative:m delta_to_cumulative:m deltatorate:m dns_lookup:tml
  dynamic_sampling:t experimental_metricsgeneration:m filter:tmlp geoip:tml groupbyattrs:tml groupbytrace:t interval:m
  isolationforest:tml k8sattributes:tmlp k8s_attributes:tmlp logdedup:l logstransform:l lookup:l memory_limiter:tmlp
  metricsgeneration:m metricstarttime:m metricstransform:m metrics_transform:m probabilistic_sampler:tl redaction:tml remotetap:tml
  resource:tmlp resourcedetection:tmlp resource_detection:tmlp schema:tml span:t spanpruning:t sumologic:tml
  tail_sampling:t transform:tmlp unroll:l`)

const exporters = types(`
  nop:tmlp debug:tmlp otlp:tmlp otlp_grpc:tmlp otlphttp:tmlp otlp_http:tmlp otelarrow:tml alertmanager:t
  alibabacloud_logservice:tml awscloudwatchlogs:l awsemf:m awskinesis:tml awss3:tml awsxray:t azureblob:tml
  azuredataexplorer:tml azuremonitor:tml bmchelix:m carbon:m cassandra:tl clickhouse:tml coralogix:tmlp datadog:tml
  dataset:tl doris:tml elasticsearch:tmlp faro:tl file:tmlp googlecloud:tml googlecloudpubsub:tml
  googlecloudstorage:tl googlemanagedprometheus:m honeycombmarker:l influxdb:tml kafka:tmlp load_balancing:tml
  loadbalancing:tml logicmonitor:tl logzio:tl mezmo:l opensearch:tl prometheus:m prometheusremotewrite:m prometheus_remote_write:m pulsar:tml
  rabbitmq:tml sapm:t sematext:ml sentry:tl signalfx:tml splunk_hec:tml stef:m sumologic:ml syslog:l
  tencentcloud_logservice:l tinybird:tml zipkin:t`)

const connectorTypes = connectors(`
  nop:tt,tm,tl,tp,mt,mm,ml,mp,lt,lm,ll,lp,pt,pm,pl,pp forward:tt,mm,ll,pp count:tm,mm,lm,pm datadog:tm,tt exceptions:tm,tl failover:tt,mm,ll
  grafanacloud:tm metricsaslogs:ml metrics_as_logs:ml otlpjson:lt,lm,ll roundrobin:tt,mm,ll routing:tt,mm,ll,pp servicegraph:tm
  signaltometrics:tm,mm,lm,pm signal_to_metrics:tm,mm,lm,pm slowsql:tl,tm spanmetrics:tm span_metrics:tm sum:tm,mm,lm`)

const extensions = types(`
  nop ack asapclient awsproxy aws_logs_encoding avro_log_encoding azure_auth azure_encoding basicauth basic_auth
  bearertokenauth bearer_token_auth cfgarden_observer cgroupruntime datadog db_storage docker_observer ecs_observer
  ecs_task_observer file_storage googleclientauth google_cloud_logentry_encoding headers_setter health_check
  healthcheckv2 host_observer http_forwarder httpforwarder jaeger_encoding jaegerremotesampling json_log_encoding
  k8s_leader_elector k8s_observer kafkatopics_observer memory_limiter oauth2client oidc opamp otlp_encoding pebble_storage
  pprof redis_storage remotetap sigv4auth skywalking_encoding solarwindsapmsettings sumologic text_encoding zipkin_encoding
  zpages`)

const nop = struct({})

/**
 * The component types of the contrib distribution, with the signals they handle, and settings where they are known.
 *
 * Source: opentelemetry-collector-releases distributions/otelcol-contrib/manifest.yaml (mid 2026) and each
 * component's metadata.yaml. Both spellings stand where a type was renamed (`otlphttp`, `otlp_http`): contrib#45339.
 */
export const contribCatalogue: ComponentCatalogue = {
  receiver: { ...receivers, ...knownReceivers },
  processor: {
    ...processors,
    ...knownProcessors,
    memory_limiter: memoryLimiterComponent,
    tail_sampling: tailSamplingComponent,
  },
  exporter: { ...exporters, ...knownExporters },
  connector: { ...connectorTypes, forward: { ...connectorTypes.forward!, schema: nop } },
  extension: { ...extensions, memory_limiter: { ...memoryLimiterComponent, signals: [] } },
}

/** A catalogue with types of its own in front of, or instead of, those of another. */
export function extendCatalogue(
  base: ComponentCatalogue,
  more: { readonly [Kind in ComponentKind]?: Readonly<Record<string, ComponentType>> },
): ComponentCatalogue {
  const kinds = componentKinds.map((kind) => [kind, { ...base[kind], ...more[kind] }] as const)
  return Object.fromEntries(kinds) as Record<ComponentKind, Record<string, ComponentType>>
}
