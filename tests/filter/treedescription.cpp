// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/filter/treedescription.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

using namespace Filter;

namespace {

QString symbolOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Matches:
        return u"matches"_s;
    case Comparison::Exactly:
        return u"exactly"_s;
    case Comparison::Contains:
        return u"contains"_s;
    case Comparison::Greater:
        return u">"_s;
    case Comparison::GreaterOrEqual:
        return u">="_s;
    case Comparison::Less:
        return u"<"_s;
    case Comparison::LessOrEqual:
        return u"<="_s;
    }
    return {};
}

QString inQuotes(const std::string &text)
{
    return u'\'' + toQString(text) + u'\'';
}

QString describeTime(const TimeValue &value)
{
    if (const auto *absolute = std::get_if<TimeValue::Absolute>(&value.when))
        return "time("_L1 + toQString(absolute->text) + u')';
    if (const auto *day = std::get_if<TimeValue::Day>(&value.when))
        return *day == TimeValue::Day::Today ? u"today"_s : u"yesterday"_s;
    const auto &relative = std::get<TimeValue::Relative>(value.when);
    const QString unit = relative.unit == TimeValue::Unit::Day ? u"days"_s
        : relative.unit == TimeValue::Unit::Hour               ? u"hours"_s
                                                               : u"minutes"_s;
    return u"%1(%2 %3)"_s.arg(relative.fromNow ? u"now minus"_s : u"minus"_s).arg(relative.amount).arg(unit);
}

struct ValueDescriber
{
    QString operator()(const TextValue &value) const
    {
        if (value.wildcards.empty())
            return inQuotes(value.text);
        std::string marked;
        for (std::size_t index = 0; index < value.text.size(); ++index) {
            const bool special = value.text[index] == '*' || value.text[index] == '?';
            if (special
                && std::ranges::find(value.wildcards, static_cast<qsizetype>(index)) == value.wildcards.end())
                marked += '\\';
            marked += value.text[index];
        }
        return "pattern("_L1 + toQString(marked) + u')';
    }
    QString operator()(const RegexValue &value) const
    {
        return QString((value.ignoreCase ? "iregex("_L1 : "regex("_L1) + toQString(value.pattern) + u')');
    }
    QString operator()(const TimeValue &value) const { return describeTime(value); }
    QString operator()(const NumberValue &value) const { return "number("_L1 + toQString(value.text) + u')'; }
    QString operator()(const RangeOf<TimeValue> &value) const
    {
        return (value.from ? describeTime(*value.from) : u"open"_s) + " to "_L1
            + (value.to ? describeTime(*value.to) : u"open"_s);
    }
    QString operator()(const RangeOf<NumberValue> &value) const
    {
        return (value.from ? (*this)(*value.from) : u"open"_s) + " to "_L1
            + (value.to ? (*this)(*value.to) : u"open"_s);
    }
    QString operator()(const RangeOf<TextValue> &value) const
    {
        return (value.from ? (*this)(*value.from) : u"open"_s) + " to "_L1
            + (value.to ? (*this)(*value.to) : u"open"_s);
    }
    QString operator()(const PresentValue &) const { return u"present"_s; }
};

struct NodeDescriber
{
    QString operator()(const All &) const { return u"all"_s; }
    QString operator()(const Term &term) const
    {
        QStringList values;
        for (const Value &value : term.values)
            values += std::visit(ValueDescriber(), value);
        return fieldReferenceName(term.field) + u' ' + symbolOf(term.comparison) + u' ' + values.join(u" | ");
    }
    QString operator()(const Text &text) const { return "text "_L1 + inQuotes(text.text); }
    QString operator()(const PresetReference &preset) const { return "preset "_L1 + inQuotes(preset.name); }
    QString operator()(const Not &node) const { return "not("_L1 + describe(node.child) + u')'; }
    QString operator()(const And &node) const { return "and("_L1 + join(node.children) + u')'; }
    QString operator()(const Or &node) const { return "or("_L1 + join(node.children) + u')'; }

private:
    static QString join(const std::vector<NodePointer> &children)
    {
        QStringList texts;
        for (const NodePointer &child : children)
            texts += describe(child);
        return texts.join(u", ");
    }
};

} // namespace

QString describe(const NodePointer &tree)
{
    return std::visit(NodeDescriber(), tree->content);
}

QString describeParsed(const QString &expression)
{
    const ParseResult result = parse(expression);
    if (const auto *error = std::get_if<SyntaxError>(&result))
        return u"error at %1: %2"_s.arg(error->position).arg(error->message);
    return describe(std::get<NodePointer>(result));
}

} // namespace Trailglass
