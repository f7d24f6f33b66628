"""The generator of src/random in Python integers, written from its papers, for random-streams.json and bootstrap.py.

Run: python3 random_streams.py > random-streams.json
"""
import json
import platform

MASK32, MASK64 = 2**32 - 1, 2**64 - 1
GOLDEN_GAMMA = 0x9E3779B97F4A7C15


def splitmix64(state):
    z = (state + GOLDEN_GAMMA) & MASK64
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
    return z ^ (z >> 31)


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode("utf-8"):
        value = ((value ^ byte) * 0x100000001B3) & MASK64
    return value


class Xoshiro128:
    def __init__(self, words):
        self.s = list(words)

    @classmethod
    def stream(cls, seed, *names):
        state = seed & MASK64
        for name in names:
            state = splitmix64(state) ^ fnv1a(name)
        first, second = splitmix64(state), splitmix64(state + GOLDEN_GAMMA)
        return cls([first & MASK32, first >> 32, second & MASK32, second >> 32])

    def uint32(self):
        s = self.s
        result = (rotate_left((s[1] * 5) & MASK32, 7) * 9) & MASK32
        shifted = (s[1] << 9) & MASK32
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate_left(s[3], 11)
        return result

    def uniform(self):
        high = self.uint32() >> 5
        return (high * 2**26 + (self.uint32() >> 6)) / 2**53

    def below(self, bound):
        rejected = 2**32 % bound
        while True:
            product = self.uint32() * bound
            if product & MASK32 >= rejected:
                return product >> 32

    def fill_below(self, count, bound):
        """Two numbers from one word where bound² fits into it; an odd count discards its last number."""
        if bound > 2**16:
            return [self.below(bound) for _ in range(count)]
        numbers = []
        rejected = 2**32 % bound**2
        while len(numbers) < count:
            first = self.uint32() * bound
            second = (first & MASK32) * bound
            if second & MASK32 >= rejected:
                numbers += [first >> 32, second >> 32]
        return numbers[:count]


def rotate_left(word, by):
    return ((word << by) | (word >> (32 - by))) & MASK32


def main():
    streams = []
    for seed, names in [(0, []), (1, []), (-1, []), (2**53 - 1, []), (1, ["bootstrap"]),
                        (1, ["bootstrap", "baseline"]), (1, ["baseline", "bootstrap"]), (42, ["Größe ✓"]), (42, [""])]:
        rng = Xoshiro128.stream(seed, *names)
        streams.append({
            "seed": seed,
            "names": names,
            "uint32": [rng.uint32() for _ in range(4)],
            "uniform": [rng.uniform() for _ in range(3)],
            "below": [[bound, rng.below(bound)] for bound in (1, 2, 6, 1000, 2**21, 2**21 + 1, 3 * 2**30, 2**32 - 1)],
            "fills": [[bound, count, rng.fill_below(count, bound)] for bound, count in
                      ((1, 3), (6, 7), (1200, 8), (40000, 30), (65536, 4), (65537, 3), (3000000019, 6))],
        })
    print(json.dumps({"tool": "Python", "version": platform.python_version(), "script": "random_streams.py", "streams": streams},
                     indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
