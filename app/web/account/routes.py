"""The controllers of one's own account, and of the ways into it."""

from litestar.types import ControllerRouterHandler

from app.web.account.account import AccountController
from app.web.account.join import JoinController
from app.web.account.new_password import NewPasswordController
from app.web.account.second_step import SecondStepController

ACCOUNT: tuple[ControllerRouterHandler, ...] = (
    JoinController,
    NewPasswordController,
    AccountController,
    SecondStepController,
)
