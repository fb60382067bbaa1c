# One executable and the files that browsers fetch; everything else stays in the first stage.
FROM rust:1.95-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY . .
RUN make build

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/* \
    && useradd --system --home-dir /data --create-home hbnb
COPY --from=build /build/target/release/hbnb /usr/local/bin/hbnb
COPY --from=build /build/target/site /srv/site
# Large buffers of pictures go back to the system at once: without these two, glibc keeps about 25 MB more after a hundred of them.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072
ENV LEPTOS_SITE_ROOT=/srv/site HBNB_DATA=/data
USER hbnb
VOLUME /data
EXPOSE 8080
CMD ["hbnb", "serve"]
