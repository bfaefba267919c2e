"""What wraps the app on its way to the browser: compressed assets and security headers."""
