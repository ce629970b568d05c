from django.http import HttpResponse, JsonResponse
from django.urls import path


def users(request):
    return JsonResponse([], safe=False, headers={"X-Total-Count": "3", "X-Handler": "ran"})


def broken(request):
    raise RuntimeError("broken on purpose")


def login(get_response):
    def middleware(request):
        if request.path == "/private" and "Authorization" not in request.headers:
            return HttpResponse("who are you?", status=401)
        return get_response(request)

    return middleware


urlpatterns = [path("users", users), path("private", users), path("broken", broken)]
