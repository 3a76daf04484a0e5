"""A visitor without a browser: keeps cookies, reads the form's token, posts forms and files over real HTTP."""

import http.client
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

TIMEOUT = 60  # seconds


@dataclass(frozen=True)
class Answer:
    """What came back: status, address led on to (or ""), text."""

    status: int
    location: str
    text: str


class Visitor:
    """One connection with its own cookies. Copies (`another`) share the cookies, not the connection."""

    def __init__(self, url: str, cookies: dict[str, str] | None = None) -> None:
        self.host = urlsplit(url).netloc
        self.url = url
        self.cookies = dict(cookies or {})

    def another(self) -> "Visitor":
        return Visitor(self.url, self.cookies)

    def get(self, path: str) -> Answer:
        return self._ask("GET", path, b"", {})

    def post(self, path: str, fields: dict[str, str], *, token: str = "", page: str = "") -> Answer:
        """Post a form. Without `token` the form's page is opened for one first."""
        token = token or self.token(page or path)
        body = urlencode({"csrfmiddlewaretoken": token, **fields}).encode()
        return self._ask("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def upload(self, path: str, fields: dict[str, str], name: str, content: bytes, *, field: str = "file") -> Answer:
        """Post a form with one file."""
        boundary = secrets.token_hex(12)
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in {"csrfmiddlewaretoken": self.token(path), **fields}.items()
        ]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        parts.append(head.encode() + b"Content-Type: application/octet-stream\r\n\r\n" + content + b"\r\n")
        body = b"".join(parts) + f"--{boundary}--\r\n".encode()
        return self._ask("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})

    def token(self, path: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.get(path).text)
        assert found, f"no form on {path}"
        return found.group(1)

    def try_as(self, slug: str) -> "Visitor":
        answer = self.post(f"/try-as/{slug}/", {}, page="/try-as/")
        assert answer.status == 302, answer
        return self

    def _ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            connection.request(method, path, body, {"Cookie": cookies, "Referer": self.url + path, **headers})
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
            for line in response.headers.get_all("Set-Cookie") or []:
                name, _equals, value = line.partition(";")[0].partition("=")
                self.cookies[name] = value
            return Answer(response.status, response.headers.get("Location", ""), text)
        finally:
            connection.close()
