"""The server that an algorithm asks, in the thread of the algorithm, where waiting is right."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Dict, Iterator, List, Mapping, Tuple

from qgis.core import QgsFeature, QgsProcessingException, QgsProcessingFeedback

from ..api import resources
from ..api.answers import CodeList
from ..api.blocking import BlockingClient
from ..api.criteria import Criteria
from ..api.errors import ApiError
from ..api.resources import Resource
from ..api.texts import tr
from ..layers.fields import Column, columns
from ..layers.pages import build

#: Features of one page.
PAGE = 500


class Server:
    """A server that is asked from an algorithm.

    :raises QgsProcessingException: for an address that is not one; by every method where the server fails or refuses
    """

    def __init__(self, url: str, authcfg: str, feedback: QgsProcessingFeedback) -> None:
        try:
            self._client = BlockingClient(url, authcfg, feedback)
        except ApiError as error:
            text = tr("Processing", "“{}” is not an http or https address.").format(url)
            raise QgsProcessingException(text) from error
        self.url = self._client.url
        self._feedback = feedback
        #: Of the last page that came.
        self.edition = ""
        self.attribution = ""
        self.samples = False

    def criteria(self) -> Criteria:
        """The criteria that the server offers."""
        return self._get(resources.criteria())

    def codelists(self, ids: Tuple[str, ...]) -> Dict[str, CodeList]:
        """Code lists by id."""
        return {id_: self._get(resources.codelist(id_)) for id_ in ids}

    def columns(self, collection: str) -> Tuple[Column, ...]:
        """The columns of a collection."""
        with _failures_of_the_algorithm():
            return columns(self._get(resources.schema(collection)))

    def features(self, collection: str, columns_: Tuple[Column, ...], params: Mapping[str, str]) -> List[QgsFeature]:
        """All features that meet the parameters, over all pages; fewer when the user cancels."""
        features: List[QgsFeature] = []
        while not self._feedback.isCanceled():
            body = self._get(resources.features_body(collection, params, PAGE, len(features)))
            with _failures_of_the_algorithm():
                page = build(collection, len(features), body, columns_)
            if self.edition not in ("", page.edition) and features:
                # Pages of two editions do not fit together.
                features.clear()
                self.edition = page.edition
                continue
            features += page.features
            self.edition, self.attribution = page.edition, page.attribution
            self.samples = self.samples or page.samples
            if page.matched:
                self._feedback.setProgress(100 * len(features) / page.matched)
            if len(features) >= page.matched or not page.features:
                break
        return features

    def _get(self, resource: Resource) -> Any:
        self._feedback.pushDebugInfo(resource.url(self.url))
        with _failures_of_the_algorithm():
            return self._client.get(resource)


@contextmanager
def _failures_of_the_algorithm() -> Iterator[None]:
    """Failures of the server become failures of the algorithm, in the same words."""
    try:
        yield
    except ApiError as error:
        raise QgsProcessingException(error.text) from error
