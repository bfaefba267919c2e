"""Programs a maintainer runs: making the shapes, finding a browser for the tests."""
