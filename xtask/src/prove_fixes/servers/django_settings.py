SECRET_KEY = "no secret"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = []
MIDDLEWARE = ["urls.login", "django.middleware.common.CommonMiddleware"]
@CODE@
