# docker build -t postbag .
# docker run -v ./config:/etc/postbag:ro -v postbag-data:/var/lib/postbag -p 127.0.0.1:8080:8080 \
#   -e OFFICE_PASSWORD postbag
#
# In config/application.yaml set desk.address to 0.0.0.0: inside the container, 127.0.0.1 is the
# container's own.

FROM maven:3-eclipse-temurin-25 AS build
# `--build-arg VARIANT=meaning`: the variant with the sentence model.
ARG VARIANT=
WORKDIR /src
COPY pom.xml LICENSE NOTICE ./
COPY config/application.yaml config/
COPY bin bin
COPY src/main src/main
COPY src/meaning src/meaning
# The launcher builds and unpacks the program before its first start.
RUN --mount=type=cache,target=/root/.m2 \
    POSTBAG_AOT=off POSTBAG_VARIANT=$VARIANT bin/postbag --version \
 && mv target/launcher*/program-* /opt/postbag \
 && if [ -n "$VARIANT" ]; then mv "/opt/postbag/postbag-$VARIANT.jar" /opt/postbag/postbag.jar; fi

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/postbag --create-home postbag
COPY --from=build /opt/postbag /opt/postbag
COPY config /etc/postbag
ENV POSTBAG_CONFIG=/etc/postbag \
    POSTBAG_DATA=/var/lib/postbag
USER postbag
WORKDIR /var/lib/postbag
VOLUME /var/lib/postbag
EXPOSE 8080
# 503 when a mailbox was not read for too long; the port is desk.port.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3; head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", \
  "-XX:TieredStopAtLevel=1", "-Xms24m", "-Xmn16m", "-Xmx256m", \
  "-Xss512k", "--enable-native-access=ALL-UNNAMED", \
  "-Xlog:disable", "-Xlog:all=error:stderr", "-cp", "/opt/postbag/postbag.jar", "org.postbag.Postbag"]
CMD ["run"]
