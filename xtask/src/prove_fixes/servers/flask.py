from flask import Flask, request

app = Flask(__name__)
@CODE@


@app.before_request
def login():
    if request.path == "/private" and "Authorization" not in request.headers:
        return "who are you?", 401


METHODS = ["GET", "PUT", "DELETE"]


@app.route("/users", methods=METHODS)
@app.route("/private", methods=METHODS)
def users():
    return [], {"X-Total-Count": "3", "X-Handler": "ran"}


@app.route("/broken", methods=METHODS)
def broken():
    raise RuntimeError("broken on purpose")
