# The bot in a container: built and filled with data in one stage, run by a plain user in the next.
# Every step runs in .ci/container too. Paths therefore stand in ENV, never within a RUN.
# To pin the base to what you have tried: docker pull it, and add its @sha256 digest below.
FROM python:3.11-slim-bookworm AS build
ENV APP=/opt/kommunmal TOOLS=/opt/tools PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /source

# Versions and hashes first: a change of code leaves these layers as they are.
COPY requirements.lock requirements-build.lock ./
RUN python -m venv "$APP" \
    && "$APP/bin/pip" install --quiet --require-hashes --requirement requirements.lock \
    && python -m venv "$TOOLS" \
    && "$TOOLS/bin/pip" install --quiet --require-hashes --requirement requirements-build.lock

COPY . ./
RUN "$TOOLS/bin/pip" wheel --quiet --no-deps --no-build-isolation --wheel-dir wheel . \
    && "$APP/bin/pip" install --quiet --no-deps --no-index wheel/*.whl \
    && "$APP/bin/pip" check \
    && "$APP/bin/kommunmal" check \
    && "$APP/bin/kommunmal" build "$APP/knowledge.sqlite"

FROM python:3.11-slim-bookworm
ENV APP=/opt/kommunmal DATA=/data
COPY --from=build /opt/kommunmal /opt/kommunmal
RUN install --directory --mode=0700 --owner=10001 --group=10001 "$DATA"
ENV PATH=/opt/kommunmal/bin:$PATH \
    LANG=C.UTF-8 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    KOMMUNMAL_DATABASE=/opt/kommunmal/knowledge.sqlite \
    KOMMUNMAL_DATA=/data/own \
    KOMMUNMAL_MEMORY=/data/memory.sqlite \
    KOMMUNMAL_NOTICE=/data/notice.toml \
    KOMMUNMAL_LOG=json
WORKDIR /data
USER 10001:10001
VOLUME ["/data"]
# Health and metrics, and deliveries by webhook; both on loopback until set otherwise.
EXPOSE 8090 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 CMD ["kommunmal", "health"]
ENTRYPOINT ["kommunmal"]
CMD ["telegram"]
