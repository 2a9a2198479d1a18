from schakel.judging.role_weights import learned, work_limits
from schakel.judging.roles.work import BY_RULES, signs
from schakel.records.work_roles import WORK_ROLES
from tests.judging.roles.test_work import work


def test_every_learned_function_has_lines_and_every_weight_a_sign() -> None:
    model = learned()
    assert {"courier", "recruiter", "voucher"} <= set(model.roles) <= {*WORK_ROLES} <= {*BY_RULES}
    names = signs(work())[1]
    assert set(model.names) <= set(names)
    assert model.weights.shape == (len(model.roles), len(model.names))
    assert (model.spread >= 0.5).all()


def test_lines_of_recruiters_speak_for_a_recruiter() -> None:
    model = learned()
    column = model.roles.index("recruiter")
    odds = model.odds(*signs(work(lines=(0, 8), role="recruiter")))[:, column]
    assert odds[0] < -2
    assert odds[1] > odds[0] + 1


def test_lines_of_couriers_speak_for_a_courier_and_silence_against() -> None:
    model = learned()
    column = model.roles.index("courier")
    odds = model.odds(*signs(work(lines=(0, 8), role="courier")))[:, column]
    assert odds[0] < -2 < 0 < odds[1]
    assert 0 < work_limits()["trade_share"] < 0.2
