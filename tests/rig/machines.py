"""How hypothesis walks through what may happen in any order: the same ways on every run, none kept for the next."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

WALKS = settings(
    deadline=None,
    database=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def walk(machine: type[RuleBasedStateMachine], examples: int, steps: int) -> None:
    """Walk through a machine so many times, so many steps each. Raises what its invariants raise."""
    run_state_machine_as_test(
        machine, settings=settings(WALKS, max_examples=examples, stateful_step_count=steps)
    )
