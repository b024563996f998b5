# syntax=docker/dockerfile:1
# Two stages: one that builds, and one that holds nothing but what the server needs.

FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
# The install first, by itself: it is done anew only when what it reads has changed.
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY scripts/generate.mjs scripts/
COPY prisma/schema.prisma prisma/
RUN npm ci
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
ENV HOSTNAME=0.0.0.0
ENV PORT=3000
ENV NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=node:node /app/.next/standalone ./
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Applies the migrations, then serves. Several may start at once: one applies, the others wait for it.
CMD ["node", "serve.mjs"]
