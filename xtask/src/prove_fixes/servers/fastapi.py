from fastapi import FastAPI, Response
from fastapi.responses import PlainTextResponse

app = FastAPI()
METHODS = ["GET", "PUT", "DELETE"]


@app.middleware("http")
async def login(request, call_next):
    if request.url.path == "/private" and "Authorization" not in request.headers:
        return PlainTextResponse("who are you?", status_code=401)
    return await call_next(request)


@app.api_route("/users", methods=METHODS)
@app.api_route("/private", methods=METHODS)
def users(response: Response):
    response.headers.update({"X-Total-Count": "3", "X-Handler": "ran"})
    return []


@app.api_route("/broken", methods=METHODS)
def broken():
    raise RuntimeError("broken on purpose")


@CODE@
