"""The server that an algorithm asks, in the thread of the algorithm, where waiting is right."""

from __future__ import annotations

from contextlib import contextmanager
from typing import Any, Callable, Dict, Iterator, List, Mapping, Tuple, TypeVar

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

_T = TypeVar("_T")
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
        return self.get(resources.criteria())

    def codelists(self, ids: Tuple[str, ...]) -> Dict[str, CodeList]:
        """Code lists by id."""
        return {id_: self.get(resources.codelist(id_)) for id_ in ids}

    def columns(self, collection: str) -> Tuple[Column, ...]:
        """The columns of a collection."""
        with _failures_of_the_algorithm():
            return columns(self.get(resources.schema(collection)))

    def features(self, collection: str, columns_: Tuple[Column, ...], params: Mapping[str, str]) -> List[QgsFeature]:
        """All features that meet the parameters, over all pages; fewer when the user cancels.

        :raises QgsProcessingException: (also) where an answer before was of another edition
        """
        before = self.edition
        features: List[QgsFeature] = []
        while not self._feedback.isCanceled():
            body = self.get(resources.features_body(collection, params, PAGE, len(features)))
            with _failures_of_the_algorithm():
                page = build(collection, len(features), body, columns_)
            if not before and features and self.edition != page.edition:
                # Pages of two editions do not fit together: begin again.
                features.clear()
                self.edition = ""
                continue
            self.note(page.edition, page.attribution)
            features += page.features
            self.samples = self.samples or page.samples
            if page.matched:
                self._feedback.setProgress(100 * len(features) / page.matched)
            if len(features) >= page.matched or not page.features:
                break
        return features

    def note(self, edition: str, attribution: str) -> None:
        """Takes edition and attribution from an answer that is no page of a collection.

        :raises QgsProcessingException: where another edition was published in between
        """
        if self.edition not in ("", edition):
            text = tr("Layers", "A new edition of the data was published while loading. Please load again.")
            raise QgsProcessingException(text)
        self.edition, self.attribution = edition, attribution

    def execute(self, process: str, inputs: Mapping[str, Any]) -> bytes:
        """The answer of a process."""
        self._feedback.pushDebugInfo(f"{self.url}/processes/{process}/execution")
        with _failures_of_the_algorithm():
            return self._client.execute(process, inputs)

    def built(self, make: Callable[[], _T]) -> _T:
        """What a function makes of answers of the server."""
        with _failures_of_the_algorithm():
            return make()

    def get(self, resource: Resource) -> Any:
        """A resource as its type."""
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
