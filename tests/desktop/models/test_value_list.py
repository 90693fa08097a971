"""Values that are ticked: what words leave of them, and what is ticked where it is not shown."""

from PySide6.QtCore import Qt

from desktop.models.value_list import ValueList

CHOICES = [("a", "一、2023年工作回顾", 9), ("b", "二、GDP 和目标", 4), ("c", "三、gdp", 0)]


def shown(model):
    """Return the names of the lines."""
    return [model.index(row).data() for row in range(model.rowCount())]


def test_words_leave_the_values_that_say_them(qtmodeltester):
    """Capital or small; a letter more leaves less, a letter less leaves more again."""
    model = ValueList(CHOICES, ())
    qtmodeltester.check(model)
    model.narrow("GDP")
    assert shown(model) == ["二、GDP 和目标  (4)", "三、gdp  (0)"]
    model.narrow("gdp 和")
    assert shown(model) == ["二、GDP 和目标  (4)"]
    model.narrow("回顾")
    assert shown(model) == ["一、2023年工作回顾  (9)"]
    model.narrow(" ")
    assert len(shown(model)) == 3


def test_what_is_ticked_stays_so_where_it_is_not_shown(qtbot):
    """All ticked values are told, in their order, those that words hide among them."""
    model = ValueList(CHOICES, ("c",))
    model.narrow("回顾")
    with qtbot.waitSignal(model.ticked) as told:
        model.setData(model.index(0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert told.args == [("a", "c")]
    model.narrow("")
    ticks = [model.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in range(3)]
    assert [tick is Qt.CheckState.Checked for tick in ticks] == [True, False, True]


def test_forty_thousand_values_are_narrowed_at_once(qapp):
    """As many as the headings of an archive."""
    model = ValueList([(str(n), f"第{n}节", n) for n in range(40_000)], ())
    model.narrow("节")
    model.narrow("第39999")
    assert shown(model) == ["第39999节  (39999)"]
