"""Runs the local cloud: MiniStack, with the one resource of our templates that it does not know yet.

MiniStack's sockets already answer with what a route's function returns, and its API knows route responses; only its
CloudFormation does not. Schedules are looked at every second instead of every ten.
"""

import os
import shutil
import signal
import sys
import threading
import time

from ministack.app import main
from ministack.services import apigateway, eventbridge, scheduler
from ministack.services.cloudformation import provisioners


def create_route_response(_logical_id, properties, _stack_name):
    api_id, route_id = properties["ApiId"], properties["RouteId"].split("/")[-1]
    status, _headers, body = apigateway._create_route_response(
        api_id, route_id, {"routeResponseKey": properties["RouteResponseKey"]}
    )[:3]
    if status >= 400:
        raise ValueError(f"AWS::ApiGatewayV2::RouteResponse: {body!r}")
    return f"{api_id}/{route_id}/response", {}


def delete_route_response(_physical_id, _properties, *_rest):
    """The response goes with its route."""


def with_whole_numbers(provision):
    """CloudFormation hands number parameters on as numbers; MiniStack as text, which its poller cannot compare."""

    def provisioned(logical_id, properties, stack_name):
        scaling = properties.get("ScalingConfig")
        if scaling:
            numbers = {name: int(value) for name, value in scaling.items()}
            properties = {**properties, "ScalingConfig": numbers}
        return provision(logical_id, properties, stack_name)

    return provisioned


mapping = provisioners._RESOURCE_HANDLERS["AWS::Lambda::EventSourceMapping"]
mapping["create"] = with_whole_numbers(mapping["create"])
provisioners._RESOURCE_HANDLERS.setdefault(
    "AWS::ApiGatewayV2::RouteResponse", {"create": create_route_response, "delete": delete_route_response}
)
scheduler._SCHEDULE_TICK_INTERVAL = 1
eventbridge._SCHEDULER_TICK_INTERVAL = 1



def end_with_parent():
    """When whoever started the cloud is gone, however it went, the cloud and its function workers go too."""
    parent = os.getppid()
    while os.getppid() == parent:
        time.sleep(1)
    shutil.rmtree(os.environ["TMPDIR"], ignore_errors=True)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    sys.exit(main())
