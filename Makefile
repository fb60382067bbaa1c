# Two commands do it all: `make run` serves HBnB, `make test` proves it.
.PHONY: run test prove build check dev
run: ; @scripts/run.sh
test: ; @scripts/test.sh
prove: ; @scripts/prove.sh
build: ; @scripts/build.sh
check: ; @scripts/check.sh
dev: ; @scripts/dev.sh
