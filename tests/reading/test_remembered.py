from schakel.reading.remembered import Remembered


def test_asks_once_for_each_word_until_it_is_told_to_forget() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    said = Remembered(length)
    assert [said[word] for word in ("wit", "bruin", "wit")] == [3, 5, 3]
    assert asked == ["wit", "bruin"]
    said.cache_clear()
    assert said["wit"] == 3
    assert asked == ["wit", "bruin", "wit"]


def test_its_size_is_bounded_whatever_comes() -> None:
    said = Remembered(len)
    assert [said[f"{number:x}"] for number in range(1 << 15)][-1] == 4
    assert len(said) <= 1 << 14
    assert said["x" * 1000] == 1000
    assert "x" * 1000 not in said
