/**
 * Old names and today's, a line each: `old = new | new @version !stable #note`. The version is that of the semantic
 * conventions in which the rename first appears in their schema files; `!` marks that all the new names are stable.
 *
 * Sources: @opentelemetry/semantic-conventions 1.45.0, which says of each deprecated name what replaces it;
 * open-telemetry/semantic-conventions schemas/1.44.0 for the versions.
 */
export const attributeTable = `
http.method = http.request.method @1.21.0 !
http.status_code = http.response.status_code @1.21.0 !
http.scheme = url.scheme @1.21.0 !
http.url = url.full @1.21.0 !
http.target = url.path | url.query ! #Split into path and query.
http.host = server.address | client.address ! #Which of them depends on what it was used for; or the request’s Host header.
http.server_name = server.address !
http.client_ip = client.address @1.21.0 !
http.user_agent = user_agent.original @1.19.0 !
http.flavor = network.protocol.name | network.protocol.version ! #Split into name and version.
http.request_content_length_uncompressed = http.request.body.size
http.response_content_length_uncompressed = http.response.body.size
net.host.name = server.address @1.21.0 !
net.host.port = server.port @1.21.0 !
net.host.ip = network.local.address !
net.peer.name = server.address | client.address ! #The server on client spans, the client on server spans.
net.peer.port = server.port | client.port ! #The server’s on client spans, the client’s on server spans.
net.peer.ip = network.peer.address !
net.protocol.name = network.protocol.name @1.21.0 !
net.protocol.version = network.protocol.version @1.21.0 !
net.transport = network.transport !
net.sock.family = network.transport | network.type ! #Split in two.
net.sock.host.addr = network.local.address !
net.sock.host.port = network.local.port !
net.sock.peer.addr = network.peer.address !
net.sock.peer.port = network.peer.port !
net.sock.peer.name = #Removed, without a replacement.
db.system = db.system.name @1.30.0 !
db.name = db.namespace @1.25.0 !
db.statement = db.query.text @1.25.0 !
db.operation = db.operation.name @1.25.0 !
db.sql.table = db.collection.name @1.25.0 ! #Only where it is not read out of the query’s text.
db.mongodb.collection = db.collection.name @1.25.0 !
db.cassandra.table = db.collection.name @1.25.0 !
db.redis.database_index = db.namespace ! #It is a text now.
db.connection_string = server.address | server.port ! #Split in two; the rest is gone.
db.user = #Removed, without a replacement.
db.elasticsearch.cluster.name = db.namespace @1.27.0 !
db.client.connections.pool.name = db.client.connection.pool.name @1.27.0
db.client.connections.state = db.client.connection.state @1.27.0
pool.name = db.client.connection.pool.name
rpc.system = rpc.system.name @1.39.0 !
rpc.grpc.status_code = rpc.status_code ! #The code as text: OK, not 0.
rpc.service = rpc.method ! #Part of the method’s full name now.
rpc.jsonrpc.request_id = jsonrpc.request.id @1.39.0
messaging.system = messaging.system.name
messaging.operation = messaging.operation.type @1.25.0
messaging.kafka.consumer.group = messaging.consumer.group.name @1.27.0
messaging.kafka.destination.partition = messaging.destination.partition.id @1.25.0 #It is a text now.
messaging.kafka.message.offset = kafka.offset
deployment.environment = deployment.environment.name @1.27.0 !
code.filepath = code.file.path @1.30.0 !
code.lineno = code.line.number @1.30.0 !
code.column = code.column.number @1.30.0 !
code.function = code.function.name @1.30.0 ! #With its namespace now.
code.namespace = code.function.name ! #Part of the function’s full name now.
otel.library.name = otel.scope.name !
otel.library.version = otel.scope.version !
peer.service = server.service.name | client.service.name #The server’s on the client side, the client’s on the server side.
enduser.role = user.roles @1.37.0
event.name = #The EventName field of the log record.
process.cpu.state = cpu.mode @1.27.0
system.cpu.state = cpu.mode @1.27.0
`

/** As `attributeTable`; `ms>s` is a change of unit. */
export const metricTable = `
http.server.duration = http.server.request.duration @1.22.0 ! ms>s
http.client.duration = http.client.request.duration @1.22.0 ! ms>s
rpc.server.duration = rpc.server.call.duration ! ms>s
rpc.client.duration = rpc.client.call.duration ! ms>s
db.client.connections.usage = db.client.connection.count @1.26.0
db.client.connections.idle.max = db.client.connection.idle.max @1.26.0
db.client.connections.idle.min = db.client.connection.idle.min @1.26.0
db.client.connections.pending_requests = db.client.connection.pending_requests @1.26.0
db.client.connections.timeouts = db.client.connection.timeouts @1.26.0
db.client.connections.create_time = db.client.connection.create_time ms>s
db.client.connections.use_time = db.client.connection.use_time ms>s
db.client.connections.wait_time = db.client.connection.wait_time ms>s
messaging.publish.duration = messaging.client.operation.duration
messaging.receive.duration = messaging.client.operation.duration
messaging.publish.messages = messaging.client.sent.messages
system.network.connections = system.network.connection.count @1.35.0
process.open_file_descriptor.count = process.unix.file_descriptor.count @1.39.0
`
