// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/filter/filtergenerator.h"

#include "models/core/markcolour.h"
#include "models/filter/rangeorder.h"
#include "models/filter/reviewstates.h"
#include "models/filter/weekdays.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Trailglass {

using namespace Filter;

namespace {

constexpr std::array Pieces{"a",   "B",  "k",   "S",     "\u212A", "\u017F", "é",  "É",   "ß",      "\u1E9E",
                            "日",  "𐐀",  "1",   "42",    ".",      "..",     "-",  "!",   "@",      ":",
                            "=",   "<",  ">",   "~",     "/",      "\\",     "*",  "?",   ",",      "(",
                            ")",   "\"", "“",   "”",     " ",      "\n",     "\t", "|",   "&&",     "OR",
                            "AND", "x:", "@a",  "actor", "[0]",    "'",      "$",  "now", "\u00A0", "_",
                            "{",   "}",  "and", "Or",    "NoT",    "[",      "."};

constexpr std::array PatternPieces{"a", "K",  "é", "日", "=", "~", "(", "-",
                                   ".", "..", "@", ":",  "1", "/", ",", "\\"};

constexpr std::array Words{
    "actor",     "ACTOR.email", "created", "time",  "received",   "hour",   "weekday",    "op",
    "status",    "ip",          "@a.b",    "@x[*]", "@\"q r\"",   "preset", "https",      "raw",
    ":",         ":=",          ":~",      ":>",    ":<=",        "=",      "!=",         ">",
    "<=",        "create",      "failure", "mon",   "9",          "2026",   "2026-11-20", "2026-02-30",
    "-7d",       "now-1d",      "today",   "..",    "10.0.0.0/8", "/re/",   "/x",         "\"q\"",
    "\"",        "“c”",         "*",       "a*b",   "?",          ",",      "(",          ")",
    "-",         "!",           "NOT",     "AND",   "OR",         "|",      "&&",         "||",
    "not",       "And",         "or",      "@",     "@[",         "sat",    "22..5",      "fe80::1%eth0",
    " ",         "  ",          "\n",      "x",     "日本",       "\\,",    "\\*",        "5..6",
    "https://x", "is",          "new",     "mark",  "red",        "note"};

// Fields of plain text: closed sets, times and addresses have generators of their own.
constexpr std::array TextFields{Field::Source,   Field::Id,         Field::Action,
                                Field::Actor,    Field::ActorEmail, Field::Target,
                                Field::TargetId, Field::Raw,        Field::Message};

/// The range, its ends exchanged where that would be a mistake.
template <class End>
RangeOf<End> rising(const RangeOf<End> &range)
{
    return orderOf(range) == RangeOrder::Falling ? RangeOf<End>{range.to, range.from} : range;
}

} // namespace

std::string FilterGenerator::text()
{
    std::string text;
    for (std::size_t count = below(6); count > 0; --count)
        text += Pieces[below(Pieces.size())];
    return text;
}

QString FilterGenerator::expression()
{
    std::string text;
    for (std::size_t count = 1 + below(12); count > 0; --count) {
        text += Words[below(Words.size())];
        if (oneIn(3))
            text += ' ';
    }
    return QString::fromStdString(text);
}

NodePointer FilterGenerator::tree()
{
    return oneIn(50) ? makeNode(All{}) : node(0);
}

std::vector<NodePointer> FilterGenerator::nodes(int depth)
{
    std::vector<NodePointer> children;
    for (std::size_t count = 2 + below(3); count > 0; --count)
        children.push_back(node(depth + 1));
    return children;
}

NodePointer FilterGenerator::node(int depth)
{
    switch (depth < 4 ? below(10) : 3 + below(7)) {
    case 0:
        return makeNode(Not{node(depth + 1)});
    case 1:
        return makeNode(And{nodes(depth)});
    case 2:
        return makeNode(Or{nodes(depth)});
    case 3: {
        const std::string literal = text();
        return makeNode(Text{literal.empty() ? "x" : literal});
    }
    case 4: {
        const std::string name = text();
        return makeNode(PresetReference{name.empty() ? "p" : name});
    }
    default:
        return makeNode(term());
    }
}

Term FilterGenerator::term()
{
    switch (below(7)) {
    case 0:
        return timeTerm();
    case 1:
        return derivedTerm();
    case 2:
    case 3:
        return pathTerm();
    case 4:
        return reviewTerm();
    case 5:
        return {Field::Op, Comparison::Matches, {TextValue{"create", {}}, TextValue{"auth", {}}}};
    default:
        return textTerm(TextFields[below(TextFields.size())]);
    }
}

Comparison FilterGenerator::size()
{
    constexpr std::array all{Comparison::Greater, Comparison::GreaterOrEqual, Comparison::Less,
                             Comparison::LessOrEqual};
    return all[below(all.size())];
}

Term FilterGenerator::timeTerm()
{
    const Field field = oneIn(2) ? Field::Created : Field::Received;
    if (oneIn(3))
        return {field, size(), {time()}};
    Term term{field, Comparison::Matches, {}};
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        if (oneIn(4))
            term.values.emplace_back(PresentValue{});
        else if (oneIn(2))
            term.values.emplace_back(rising(range(time(), time())));
        else
            term.values.emplace_back(time());
    }
    return term;
}

Term FilterGenerator::derivedTerm()
{
    const auto weekday = [this] {
        return TextValue{std::string(Weekdays[below(7)]), {}};
    };
    if (oneIn(4))
        return {DerivedField::Weekday, Comparison::Matches, {range(weekday(), weekday()), weekday()}};
    if (oneIn(3))
        return {DerivedField::Weekday,
                oneIn(2) ? Comparison::Matches : Comparison::Exactly,
                {weekday(), weekday()}};
    const auto hour = [this] {
        return NumberValue{std::to_string(below(24))};
    };
    switch (below(3)) {
    case 0:
        return {DerivedField::Hour, size(), {hour()}};
    case 1:
        return {DerivedField::Hour, Comparison::Matches, {range(hour(), hour()), hour()}};
    default:
        return {DerivedField::Hour, Comparison::Exactly, {hour(), hour()}};
    }
}

Term FilterGenerator::reviewTerm()
{
    const auto state = [this] {
        return TextValue{std::string(ReviewStates[below(ReviewStates.size())]), {}};
    };
    const auto colour = [this] {
        return TextValue{std::string(MarkColourNames[below(MarkColourNames.size())]), {}};
    };
    switch (below(5)) {
    case 0:
        return {ReviewField::Is, oneIn(2) ? Comparison::Matches : Comparison::Exactly, {state(), state()}};
    case 1:
        return {
            ReviewField::Mark, oneIn(2) ? Comparison::Matches : Comparison::Exactly, {colour(), colour()}};
    case 2:
        return {
            ReviewField::Mark, Comparison::Matches, {colour(), TextValue{"gr?e*", {2, 4}}, PresentValue{}}};
    default:
        return textTerm(ReviewField::Note);
    }
}

Term FilterGenerator::pathTerm()
{
    switch (below(4)) {
    case 0:
        return {path(), size(), {oneIn(2) ? Value(number()) : Value(time())}};
    case 1:
        return {path(), Comparison::Matches, {rising(range(number(), number())), textOrPattern()}};
    case 2:
        // Times that do not read as numbers.
        return {path(), Comparison::Matches, {rising(range(TimeValue{TimeValue::Day::Yesterday}, time()))}};
    default:
        return textTerm(path());
    }
}

Term FilterGenerator::textTerm(FieldReference field)
{
    Term term{std::move(field), Comparison::Matches, {}};
    if (oneIn(4)) {
        term.comparison = oneIn(2) ? Comparison::Exactly : Comparison::Contains;
        const std::string value = text();
        term.values = {TextValue{value.empty() ? "*" : value, {}}};
        return term;
    }
    constexpr std::array patterns{"a", "^x/y$", "[*\\]]", "\\\\/", "(a|b) c", "é\"“,\\)"};
    for (std::size_t count = 1 + below(3); count > 0; --count) {
        if (oneIn(6))
            term.values.emplace_back(PresentValue{});
        else if (oneIn(4))
            term.values.emplace_back(RegexValue{patterns[below(patterns.size())], oneIn(2)});
        else
            term.values.push_back(textOrPattern());
    }
    return term;
}

Value FilterGenerator::textOrPattern()
{
    if (oneIn(2))
        return pattern();
    return TextValue{text(), {}};
}

TextValue FilterGenerator::pattern()
{
    TextValue value;
    bool marked = false;
    for (std::size_t count = 1 + below(5); count > 0 || !marked; count -= count > 0 ? 1 : 0) {
        const bool wildcard = count == 0 || oneIn(3);
        const std::string piece = PatternPieces[below(PatternPieces.size())];
        const bool misplaced = value.text.empty() && (piece == "/" || piece == "\"");
        if (!wildcard && !misplaced) {
            value.text += piece;
        } else if (wildcard) {
            if (!value.text.empty() && value.text.back() == '\\')
                value.text += 'x';
            value.wildcards.push_back(static_cast<qsizetype>(value.text.size()));
            value.text += oneIn(2) ? '*' : '?';
            marked = true;
        }
    }
    if (value.text == "*")
        value.text += 'x';
    return value;
}

TimeValue FilterGenerator::time()
{
    constexpr std::array texts{"2026",
                               "2026-11",
                               "2026-11-20",
                               "2026-11-20T09",
                               "2026-11-20T09:15",
                               "2026-11-20T09:15:00",
                               "2026-11-20T09:15:00.123456789Z",
                               "2026-11-20T09:15+05:30"};
    constexpr std::array units{TimeValue::Unit::Minute, TimeValue::Unit::Hour, TimeValue::Unit::Day};
    switch (below(4)) {
    case 0:
        return {TimeValue::Relative{static_cast<int>(1 + below(1000)), units[below(3)], oneIn(2)}};
    case 1:
        return {TimeValue::Relative{0, TimeValue::Unit::Day, true}};
    case 2:
        return {oneIn(2) ? TimeValue::Day::Today : TimeValue::Day::Yesterday};
    default:
        // Not the first where a number would be read.
        return {TimeValue::Absolute{texts[1 + below(texts.size() - 1)]}};
    }
}

NumberValue FilterGenerator::number()
{
    constexpr std::array numbers{
        "0", "-5", "42", "0.10", "1e400", "-1.5E-3", "123456789012345678901234567890"};
    return {numbers[below(numbers.size())]};
}

JsonPath FilterGenerator::path()
{
    JsonPath path{{PathStep{PathStep::Kind::Member, oneIn(2) ? "details" : text(), 0}}};
    for (std::size_t count = below(3); count > 0; --count) {
        if (oneIn(3))
            path.steps.push_back({PathStep::Kind::Every, {}, 0});
        else if (oneIn(2))
            path.steps.push_back({PathStep::Kind::Index, {}, static_cast<qsizetype>(below(100))});
        else
            path.steps.push_back({PathStep::Kind::Member, oneIn(2) ? "a-b$_1" : text(), 0});
    }
    return path;
}

} // namespace Trailglass
