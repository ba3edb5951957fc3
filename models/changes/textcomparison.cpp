// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/changes/textcomparison.h"

#include "models/changes/textwords.h"

#include <QHashFunctions>

#include <algorithm>
#include <cctype>
#include <unordered_map>

namespace Trailglass {

namespace {

using Pieces = std::vector<std::string_view>;

/// Same lines that stand alone, on either side of what changed.
constexpr int NearLines = 50;

/// Lines that were removed, or added, and stand alone; those after them come as one entry.
constexpr std::size_t MaxOneSided = 1'000;

/// Steps of a ComparisonBudget for each line of the result: what is said of it takes some hundred bytes.
constexpr qint64 StepsOfLine = 16;

/// Seeded: whoever writes a log must not be able to choose pieces that all meet in one place of a table.
struct PieceHash
{
    std::size_t operator()(std::string_view piece) const
    {
        return qHashBits(piece.data(), piece.size(), static_cast<std::size_t>(QHashSeed::globalSeed()));
    }
};

/// Numbers for pieces of two texts: equal ones have the same.
class PieceNumbers
{
public:
    std::vector<quint32> of(const Pieces &pieces)
    {
        std::vector<quint32> numbers;
        numbers.reserve(pieces.size());
        for (const std::string_view piece : pieces)
            numbers.push_back(m_numbers.emplace(piece, static_cast<quint32>(m_numbers.size())).first->second);
        return numbers;
    }

private:
    std::unordered_map<std::string_view, quint32, PieceHash> m_numbers;
};

/// The pieces of one text, from \a first on, are next to one another in it.
std::string_view joined(const Pieces &pieces, std::size_t first, std::size_t count)
{
    if (count == 0)
        return {};
    const std::string_view last = pieces[first + count - 1];
    const char *begin = pieces[first].data();
    return {begin, static_cast<std::size_t>(last.data() + last.size() - begin)};
}

/// Extends the last run where that is of the same kind.
/// \param text  follows the last run in the same line
void addRun(std::vector<TextRun> &runs, std::string_view text, bool isChanged)
{
    if (text.empty())
        return;
    if (runs.empty() || runs.back().isChanged != isChanged) {
        runs.push_back({text, isChanged});
    } else {
        std::string_view &last = runs.back().text;
        last = {last.data(), last.size() + text.size()};
    }
}

/// Whether a run that is the same in both is worth showing between the changes around it: single spaces and
/// signs between words that are all new only scatter the line.
bool isSignificant(std::string_view same, const SequencePart &part, const SequencePart &next)
{
    const bool isBetweenChanges =
        part.removed + part.added > 0 && next.removed + next.added > 0 && part.same <= 1;
    const bool isWord = std::ranges::any_of(same, [](char byte) {
        const auto unit = static_cast<unsigned char>(byte);
        return unit >= 0x80 || std::isalnum(unit) != 0;
    });
    return !isBetweenChanges || isWord;
}

LineChange compareLines(std::string_view before, std::string_view after, ComparisonBudget &budget)
{
    const Pieces wordsBefore = wordsOf(before);
    const Pieces wordsAfter = wordsOf(after);
    PieceNumbers numbers;
    const std::vector<quint32> numbersBefore = numbers.of(wordsBefore);
    const auto parts = compareSequences(numbersBefore, numbers.of(wordsAfter), budget);
    LineChange line{LineChange::Kind::Changed, {}, {}};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const SequencePart &part = parts[i];
        addRun(line.before, joined(wordsBefore, part.before, part.removed), true);
        addRun(line.after, joined(wordsAfter, part.after, part.added), true);
        const std::string_view same = joined(wordsBefore, part.before + part.removed, part.same);
        const bool isChanged = i + 1 < parts.size() && !isSignificant(same, part, parts[i + 1]);
        addRun(line.before, same, isChanged);
        addRun(line.after, joined(wordsAfter, part.after + part.added, part.same), isChanged);
    }
    return line;
}

LineChange wholeLine(LineChange::Kind kind, std::string_view before, std::string_view after)
{
    const bool isChanged = kind != LineChange::Kind::Same;
    LineChange line{kind, {}, {}};
    addRun(line.before, before, isChanged);
    addRun(line.after, after, isChanged);
    return line;
}

using Lines = std::vector<LineChange>;

void addSameLines(Lines &lines, std::string_view text)
{
    for (const std::string_view line : linesOf(text))
        lines.push_back(wholeLine(LineChange::Kind::Same, line, line));
}

/// Lines ahead of the first change; the last ones stand alone.
void addLinesBefore(Lines &lines, std::string_view text)
{
    std::size_t near = text.size();
    for (int count = 0; count < NearLines && near != std::string_view::npos; ++count)
        near = near == 0 ? std::string_view::npos : text.rfind('\n', near - 1);
    if (near != std::string_view::npos) {
        lines.push_back(wholeLine(LineChange::Kind::Same, text.substr(0, near), text.substr(0, near)));
        text.remove_prefix(near + 1);
    }
    addSameLines(lines, text);
}

/// Lines past the last change; the first ones stand alone.
void addLinesAfter(Lines &lines, std::string_view text)
{
    std::size_t near = text.find('\n');
    for (int count = 1; count < NearLines && near != std::string_view::npos; ++count)
        near = text.find('\n', near + 1);
    addSameLines(lines, text.substr(0, near));
    if (near != std::string_view::npos) {
        const std::string_view rest = text.substr(near + 1);
        lines.push_back(wholeLine(LineChange::Kind::Same, rest, rest));
    }
}

/// Lines that only one of the texts has.
void addOneSided(Lines &lines, LineChange::Kind kind, const Pieces &pieces, std::size_t first,
                 std::size_t count)
{
    const auto add = [&](std::string_view text) {
        const bool isRemoved = kind == LineChange::Kind::Removed;
        lines.push_back(
            wholeLine(kind, isRemoved ? text : std::string_view(), isRemoved ? std::string_view() : text));
    };
    const std::size_t alone = std::min(count, MaxOneSided);
    for (std::size_t i = 0; i < alone; ++i)
        add(pieces[first + i]);
    if (alone < count)
        add(joined(pieces, first + alone, count - alone));
}

/// What one part of the comparison removed and added: a line that was edited mostly stands at the same place
/// among those around it.
void addChanged(Lines &lines, const Pieces &before, const Pieces &after, const SequencePart &part,
                ComparisonBudget &budget)
{
    std::size_t done = 0;
    for (; done < std::min(part.removed, part.added); ++done) {
        const std::string_view left = before[part.before + done];
        const std::string_view right = after[part.after + done];
        if (!budget.spend(StepsOfLine + static_cast<qint64>(left.size() + right.size()))) {
            lines.push_back(wholeLine(LineChange::Kind::Changed,
                                      joined(before, part.before + done, part.removed - done),
                                      joined(after, part.after + done, part.added - done)));
            return;
        }
        lines.push_back(compareLines(left, right, budget));
    }
    addOneSided(lines, LineChange::Kind::Removed, before, part.before + done, part.removed - done);
    addOneSided(lines, LineChange::Kind::Added, after, part.after + done, part.added - done);
}

void compareMiddle(Lines &lines, std::string_view before, std::string_view after, ComparisonBudget &budget)
{
    const Pieces linesBefore = linesOf(before);
    const Pieces linesAfter = linesOf(after);
    PieceNumbers numbers;
    const std::vector<quint32> numbersBefore = numbers.of(linesBefore);
    const std::vector<quint32> numbersAfter = numbers.of(linesAfter);
    budget.spend(StepsOfLine * static_cast<qint64>(linesBefore.size() + linesAfter.size()));
    for (const SequencePart &part : compareSequences(numbersBefore, numbersAfter, budget)) {
        addChanged(lines, linesBefore, linesAfter, part, budget);
        for (std::size_t i = 0; i < part.same; ++i) {
            const std::string_view same = linesBefore[part.before + part.removed + i];
            lines.push_back(wholeLine(LineChange::Kind::Same, same, linesAfter[part.after + part.added + i]));
        }
    }
}

/// The lines that two texts begin with in common, each with its line feed, in bytes.
std::size_t sameHead(std::string_view before, std::string_view after)
{
    const auto [differs, unused] = std::ranges::mismatch(before, after);
    const auto same = static_cast<std::size_t>(differs - before.begin());
    const std::size_t feed = before.substr(0, same).rfind('\n');
    return feed == std::string_view::npos ? 0 : feed + 1;
}

/// The lines that two texts end with in common, each with the line feed ahead of it, in bytes.
std::size_t sameTail(std::string_view before, std::string_view after)
{
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t same = 0;
    while (same < shorter && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    const std::size_t feed = before.find('\n', before.size() - same);
    return feed == std::string_view::npos ? 0 : before.size() - feed;
}

} // namespace

std::vector<LineChange> compareTexts(std::string_view before, std::string_view after,
                                     ComparisonBudget &budget)
{
    Lines lines;
    if (before == after) {
        addLinesAfter(lines, before);
        return lines;
    }
    const std::size_t head = sameHead(before, after);
    const std::size_t tail = sameTail(before.substr(head), after.substr(head));
    const std::string_view middleBefore = before.substr(head, before.size() - head - tail);
    const std::string_view middleAfter = after.substr(head, after.size() - head - tail);
    if (head > 0)
        addLinesBefore(lines, before.substr(0, head - 1));
    if (middleBefore.size() + middleAfter.size() <= MaxComparedBytes && !budget.isSpent()) {
        compareMiddle(lines, middleBefore, middleAfter, budget);
    } else {
        budget.exceed();
        lines.push_back(wholeLine(LineChange::Kind::Changed, middleBefore, middleAfter));
    }
    if (tail > 0)
        addLinesAfter(lines, before.substr(before.size() - tail + 1));
    return lines;
}

} // namespace Trailglass
