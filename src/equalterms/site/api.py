"""The API: which room answers which part. Reads only; its description is at /api/v1/openapi.json."""

from ninja import NinjaAPI

from equalterms.plans.api import router as plans

api = NinjaAPI(
    title="Equal Terms: the public record",
    version="1",
    description="Accounts of co-production: what the people in charge say, what the members say, and what stands.",
    docs_url=None,  # the usual page of documentation loads scripts from elsewhere; /api/ says it in words
    urls_namespace="api",
)
api.add_router("", plans)
