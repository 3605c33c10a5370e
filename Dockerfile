# Spotter in a container: no root, a read-only root file system, the training in the volume /data.
# docker compose up -d --build, with BOT_TOKEN in .env; or:
# docker run --init --read-only --tmpfs /tmp -v training:/data -e BOT_TOKEN=… spotter

# By tag, not by digest: who builds gets Debian's and Python's mended holes, and what runs is pinned by hashes below.
# To pin it: docker buildx imagetools inspect python:3.13-slim-trixie, and its digest behind the tag, twice.
FROM python:3.13-slim-trixie AS environment
COPY requirements/runtime.txt /build/runtime.txt
RUN python -m venv /opt/spotter \
    && /opt/spotter/bin/python -m pip install --no-cache-dir --no-input --disable-pip-version-check \
        --require-hashes --no-deps --only-binary :all: -r /build/runtime.txt \
    && /opt/spotter/bin/python -m pip uninstall --yes pip

FROM python:3.13-slim-trixie
RUN groupadd --gid 10001 spotter \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin spotter \
    && install --directory --owner 10001 --group 10001 --mode 0700 /data
COPY --from=environment /opt/spotter /opt/spotter
WORKDIR /spotter
COPY core/ core/
COPY bot/ bot/
# Compiled now, since nothing can be written here later.
RUN /opt/spotter/bin/python -m compileall -q core bot
ENV DATABASE_URL=sqlite:////data/spotter.db \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
VOLUME /data
USER 10001:10001
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/spotter/bin/python", "-m", "bot"]
CMD ["run"]
