# Gatehouse's images, one per process: docker build --target worker|starter|sandbox|doctor . (docs/adr/0021)
# Compose builds them by itself. Nothing secret goes in: .dockerignore lets in what Maven needs and nothing else.

FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /house
COPY . .
# The formatter's check is for whoever changes the sources; here it would only fetch more.
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -DskipTests -Dspotless.check.skip \
      --projects workers,starter,sandbox,doctor --also-make package \
 && for module in worker:workers starter:starter sandbox:sandbox doctor:doctor; do \
      deploy/image/layout.sh "${module#*:}" "/image/${module%:*}"; \
    done

FROM eclipse-temurin:25.0.3_9-jre-noble AS runtime
# A name for the number, so that commands know who acts; nothing in the image is theirs to change.
# But for the folders of keys, which volumes cover.
RUN useradd --uid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin gatehouse \
 && install --directory --owner=10001 --group=10001 --mode=700 /keys/pages /keys/operator
WORKDIR /gatehouse
COPY deploy/image/java.options .
USER 10001:10001

FROM runtime AS worker
COPY --from=build /image/worker/lib lib
COPY --from=build /image/worker/app app
ENTRYPOINT ["java", "@java.options", "-cp", "app/*:lib/*", "io.gatehouse.worker.host.Worker"]

FROM runtime AS sandbox
COPY --from=build /image/sandbox/lib lib
COPY --from=build /image/sandbox/app app
# What its health check asks with; the sandbox itself needs none of it.
COPY --from=build /image/worker/app/gatehouse-config.jar app/
ENTRYPOINT ["java", "@java.options", "-cp", "app/*:lib/*", "io.gatehouse.sandbox.SandboxMain"]

FROM runtime AS doctor
COPY --from=build /image/doctor/lib lib
COPY --from=build /image/doctor/app app
ENTRYPOINT ["java", "@java.options", "-cp", "app/*:lib/*", "io.gatehouse.doctor.Doctor"]

FROM runtime AS starter
COPY --from=build /image/starter/lib lib
COPY --from=build /image/starter/app app
ENTRYPOINT ["java", "@java.options", "-cp", "app/*:lib/*", "io.gatehouse.starter.Gatehouse"]
