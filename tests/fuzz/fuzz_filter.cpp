// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// The filter language over any text, which is also the JSON of the event that it is evaluated on: canonical text means the
// same, an error has a place in the text, what parses compiles, a negation is the complement.

#include "models/filter/filter.h"
#include "models/filter/rangeorder.h"
#include "models/filter/rowevaluator.h"
#include "models/query/queryengine.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace Trailglass;
using namespace Trailglass::Filter;

using Fuzz::require;

namespace {

void checkError(const SyntaxError &error, const QString &expression)
{
    require(error.position >= 0 && error.length >= 0, "an error has a place");
    require(error.position + error.length <= expression.size(), "an error lies within the text");
    require(error.message.size() > 1 && error.message.endsWith(u'.'), "an error is a sentence");
    require(!toError(error, expression).message.isEmpty(), "an error has a message");
}

void checkTree(const NodePointer &tree)
{
    const QString printed = print(tree);
    // Canonical names and quotes may be longer than what was typed.
    if (printed.toUtf8().size() > MaxBytes)
        return;
    const ParseResult again = parse(printed);
    const auto *reparsed = std::get_if<NodePointer>(&again);
    require(reparsed != nullptr, "canonical text is a filter");
    require(sameTree(*reparsed, tree), "canonical text means the same");
    require(print(*reparsed) == printed, "canonical text is stable");
}

EventRecord recordWith(std::string_view raw)
{
    EventRecord record;
    record.source = "source";
    record.event.id = "id";
    record.event.message = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!";
    record.event.raw = raw;
    return record;
}

/// Whether only the clock or the zone tells that a range in the tree ends before it starts.
bool hasUndecidedRange(const Node &node)
{
    const auto isUndecided = [](const Value &value) {
        const auto *range = std::get_if<RangeOf<TimeValue>>(&value);
        return range && orderOf(*range) == RangeOrder::Undecided;
    };
    const auto anyOf = [](const std::vector<NodePointer> &children) {
        return std::ranges::any_of(children,
                                   [](const NodePointer &child) { return hasUndecidedRange(*child); });
    };
    if (const auto *term = std::get_if<Term>(&node.content))
        return std::ranges::any_of(term->values, isUndecided);
    if (const auto *negation = std::get_if<Not>(&node.content))
        return hasUndecidedRange(*negation->child);
    if (const auto *all = std::get_if<And>(&node.content))
        return anyOf(all->children);
    const auto *any = std::get_if<Or>(&node.content);
    return any && anyOf(any->children);
}

void checkEvaluation(const NodePointer &tree, std::string_view raw)
{
    const auto expanded = expandPresets(tree, [](const QString &) { return QStringLiteral("x"); });
    require(expanded || expanded.error().kind == ErrorKind::Usage, "presets expand or are refused");
    if (!expanded)
        return;
    const QueryContext context{UtcMicros{1'763'633'700'000'000}, QByteArrayLiteral("America/St_Johns")};
    const auto evaluator = RowEvaluator::compile(*expanded, context);
    require(evaluator || hasUndecidedRange(**expanded), "what parses compiles");
    if (!evaluator)
        return;
    const auto positive = evaluator->matches(recordWith(raw));
    const auto complement = RowEvaluator::compile(makeNode(Not{*expanded}), context);
    const auto negative = complement->matches(recordWith(raw));
    require(positive.hasValue() == negative.hasValue(), "a negation fails with its filter");
    require(!positive || *positive != *negative, "negation is complement");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes = Fuzz::inputOf(data, size);
    const QString expression = QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
    const ParseResult result = parse(expression);
    if (const auto *error = std::get_if<SyntaxError>(&result)) {
        Fuzz::reached("refused");
        checkError(*error, expression);
    } else {
        Fuzz::reached("parsed");
        checkTree(std::get<NodePointer>(result));
        checkEvaluation(std::get<NodePointer>(result), bytes);
    }
    return 0;
}
