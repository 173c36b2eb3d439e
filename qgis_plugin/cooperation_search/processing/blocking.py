"""Fetching in the thread of an algorithm, where waiting is right."""

from __future__ import annotations

from typing import Any, Dict, List, Mapping, Tuple
from urllib.parse import quote, urlencode

from qgis.core import QgsBlockingNetworkRequest, QgsFeature, QgsProcessingException, QgsProcessingFeedback
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from ..api.answers import CodeList
from ..api.client import base_url
from ..api.errors import ApiError
from ..api.exchange import refusal
from ..api.reading import parse
from ..api.texts import tr
from ..layers.fields import Column, columns
from ..layers.pages import build

#: Features of one page.
PAGE = 500


class Server:
    """A server that is asked from an algorithm.

    :raises QgsProcessingException: for an address that is none; by every method where the server fails or refuses
    """

    def __init__(self, url: str, authcfg: str, feedback: QgsProcessingFeedback) -> None:
        self.url = base_url(url)
        if not self.url:
            raise QgsProcessingException(tr("Processing", "“{}” is not an http or https address.").format(url))
        self._authcfg = authcfg
        self._feedback = feedback
        #: Of the last page that came.
        self.edition = ""
        self.attribution = ""
        self.samples = False

    def codelists(self, ids: Tuple[str, ...]) -> Dict[str, CodeList]:
        """Code lists by id."""
        try:
            return {id_: CodeList.read(parse(self._get(f"/codelists/{quote(id_)}", {}))) for id_ in ids}
        except ApiError as error:
            raise QgsProcessingException(error.text) from error

    def columns(self, collection: str) -> Tuple[Column, ...]:
        """The columns of a collection."""
        body = self._get(f"/collections/{quote(collection)}/schema", {})
        try:
            return columns(parse(body))
        except ApiError as error:
            raise QgsProcessingException(error.text) from error

    def features(
        self, collection: str, found: Tuple[Column, ...], params: Mapping[str, str], geometry: bool = True
    ) -> List[QgsFeature]:
        """All features that answer to the parameters, over all pages; fewer when the user cancels."""
        made: List[QgsFeature] = []
        query = dict(params) if geometry else {**params, "skipGeometry": "true"}
        while not self._feedback.isCanceled():
            page = {**query, "limit": str(PAGE), "offset": str(len(made))}
            body = self._get(f"/collections/{quote(collection)}/items", page)
            try:
                built = build(collection, len(made), body, found)
            except ApiError as error:
                raise QgsProcessingException(error.text) from error
            if self.edition not in ("", built.edition) and made:
                # Pages of two editions do not fit together.
                made.clear()
                self.edition = built.edition
                continue
            made += built.features
            self.edition, self.attribution = built.edition, built.attribution
            self.samples = self.samples or built.samples
            if built.matched:
                self._feedback.setProgress(100 * len(made) / built.matched)
            if len(made) >= built.matched or not built.features:
                break
        return made

    def _get(self, path: str, params: Dict[str, Any]) -> bytes:
        query = urlencode({**params, "f": "json"}, quote_via=quote, safe="*,-")
        address = f"{self.url}{path}?{query}"
        request = QNetworkRequest(QUrl(address))
        request.setRawHeader(b"Accept", b"application/json, application/geo+json")
        blocking = QgsBlockingNetworkRequest()
        blocking.setAuthCfg(self._authcfg)
        self._feedback.pushDebugInfo(address)
        error = blocking.get(request, False, self._feedback)
        reply = blocking.reply()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        body = bytes(reply.content())
        if status is not None and status >= 400:
            raise QgsProcessingException(refusal(status, body, address).text)
        if error != QgsBlockingNetworkRequest.ErrorCode.NoError:
            text = tr("Processing", "The server {0} cannot be reached: {1}")
            raise QgsProcessingException(text.format(self.url, blocking.errorMessage()))
        return body
