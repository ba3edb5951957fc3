// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/printer.h"

#include "models/core/text.h"
#include "models/filter/fieldnames.h"
#include "models/filter/filter.h"
#include "models/filter/scanner.h"
#include "models/filter/timetext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

QLatin1StringView symbolOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Matches:
        return ":"_L1;
    case Comparison::Exactly:
        return ":="_L1;
    case Comparison::Contains:
        return ":~"_L1;
    case Comparison::Greater:
        return ":>"_L1;
    case Comparison::GreaterOrEqual:
        return ":>="_L1;
    case Comparison::Less:
        return ":<"_L1;
    case Comparison::LessOrEqual:
        return ":<="_L1;
    }
    Q_UNREACHABLE();
}

bool containsAnyOf(const QString &text, QStringView characters)
{
    return std::ranges::any_of(text,
                               [&](QChar unit) { return isWhitespace(unit) || characters.contains(unit); });
}

bool startsWithAnyOf(const QString &text, QStringView characters)
{
    return !text.isEmpty() && characters.contains(text.front());
}

/// A literal value: bare if it is parsed back the same, otherwise in quotes.
QString literalText(const QString &text)
{
    const bool bare = !text.isEmpty() && !containsAnyOf(text, u",)\"*?") && !startsWithAnyOf(text, u"/(“=~<>")
        && !text.endsWith(u'\\') && text != u"OR" && !text.contains(u"..");
    return bare ? text : quotedText(text);
}

/// A pattern: always bare, since wildcards are literal in quotes.
QString patternText(const TextValue &value)
{
    QByteArray escaped;
    for (std::size_t index = 0; index < value.text.size(); ++index) {
        const char byte = value.text[index];
        const bool literal = (byte == '*' || byte == '?')
            && !std::ranges::binary_search(value.wildcards, static_cast<qsizetype>(index));
        if (literal || byte == ',')
            escaped += '\\';
        escaped += byte;
    }
    return QString::fromUtf8(escaped);
}

QString regexText(const RegexValue &regex)
{
    const QString pattern = toQString(regex.pattern);
    QString text = u"/"_s;
    for (qsizetype index = 0; index < pattern.size(); ++index) {
        if (pattern[index] == u'/')
            text += u'\\';
        text += pattern[index];
        if (pattern[index] == u'\\' && index + 1 < pattern.size())
            text += pattern[++index];
    }
    text += u'/';
    if (regex.ignoreCase)
        text += u'i';
    return text;
}

QString endText(const TimeValue &value)
{
    return QString::fromStdString(timeText(value));
}

QString endText(const NumberValue &value)
{
    return QString::fromStdString(value.text);
}

QString endText(const TextValue &value)
{
    return QString::fromStdString(value.text); // the name of a weekday
}

template <class End>
QString rangeText(const RangeOf<End> &range)
{
    QString text;
    if (range.from)
        text += endText(*range.from);
    text += ".."_L1;
    if (range.to)
        text += endText(*range.to);
    return text;
}

struct ValuePrinter
{
    QString operator()(const TextValue &value) const
    {
        return value.wildcards.empty() ? literalText(toQString(value.text)) : patternText(value);
    }
    QString operator()(const RegexValue &value) const { return regexText(value); }
    QString operator()(const TimeValue &value) const { return endText(value); }
    QString operator()(const NumberValue &value) const { return endText(value); }
    QString operator()(const RangeOf<TimeValue> &value) const { return rangeText(value); }
    QString operator()(const RangeOf<NumberValue> &value) const { return rangeText(value); }
    QString operator()(const RangeOf<TextValue> &value) const { return rangeText(value); }
    QString operator()(const PresentValue &) const { return u"*"_s; }
};

/// Only parentheses separate a leading `=` from the operator, a leading `(` from the start of a list, and a
/// trailing backslash from the comma after it: patterns cannot be quoted.
bool needsValueParentheses(const QStringList &values)
{
    const auto beforeLast = values.first(values.size() - 1);
    return startsWithAnyOf(values.front(), u"=~<>(")
        || std::ranges::any_of(beforeLast, [](const QString &value) { return value.endsWith(u'\\'); });
}

QString termText(const Term &term)
{
    QStringList values;
    for (const Value &value : term.values)
        values += valueText(value);
    QString text = fieldReferenceName(term.field) + symbolOf(term.comparison);
    if (needsValueParentheses(values))
        text += u'(' + values.join(" OR "_L1) + u')';
    else
        text += values.join(u',');
    return text;
}

bool readsAsText(const QString &word)
{
    const Scanner scanner(word);
    return scanner.textWord().size() == word.size() && !word.isEmpty() && !startsWithAnyOf(word, u"-!“")
        && !isOperatorWord(word) && !looksLikeOperatorWord(word) && !scanner.isAtTerm()
        && scanner.brokenPathLength() == 0 && toQString(unescaped(word).text) == word;
}

class Printer
{
public:
    QString operator()(const All &) const { return {}; }
    QString operator()(const Term &term) const { return termText(term); }
    QString operator()(const Text &text) const
    {
        const QString word = toQString(text.text);
        return readsAsText(word) ? word : quotedText(word);
    }
    QString operator()(const PresetReference &preset) const
    {
        return "preset:"_L1 + literalText(toQString(preset.name));
    }
    QString operator()(const Not &node) const { return u'-' + print(*node.child); }
    QString operator()(const And &node) const { return join(node.children, u" "); }
    QString operator()(const Or &node) const { return join(node.children, u" OR "); }

    explicit Printer(const Node &node)
        : m_node(node)
    {
    }

private:
    [[nodiscard]] QString print(const Node &child) const
    {
        const QString text = std::visit(Printer(child), child.content);
        return needsParentheses(m_node, child) ? QString(u'(' + text + u')') : text;
    }

    [[nodiscard]] QString join(const std::vector<NodePointer> &children, QStringView separator) const
    {
        QStringList texts;
        for (const NodePointer &child : children)
            texts += print(*child);
        return texts.join(separator);
    }

    const Node &m_node;
};

QString segmentText(const std::string &member)
{
    const QString text = toQString(member);
    const auto codePoints = text.toUcs4();
    const bool bare =
        !text.isEmpty() && std::ranges::all_of(codePoints, [](uint unit) { return isPathCharacter(unit); });
    return bare ? text : quotedText(text);
}

} // namespace

QString quotedText(const QString &text)
{
    QString inside = text;
    inside.replace(u'"', "\"\""_L1);
    return u'"' + inside + u'"';
}

QString valueText(const Value &value)
{
    return std::visit(ValuePrinter(), value);
}

QString pathText(const JsonPath &path)
{
    QString text = u"@"_s;
    for (const PathStep &step : path.steps) {
        if (step.kind == PathStep::Kind::Index)
            text += u'[' + QString::number(step.index) + u']';
        else if (step.kind == PathStep::Kind::Every)
            text += "[*]"_L1;
        else
            text += (text.size() > 1 ? u"."_s : QString()) + segmentText(step.member);
    }
    return text;
}

bool needsParentheses(const Node &parent, const Node &child)
{
    const bool isOr = std::holds_alternative<Or>(child.content);
    const bool isAnd = std::holds_alternative<And>(child.content);
    if (std::holds_alternative<Not>(parent.content))
        return isOr || isAnd || std::holds_alternative<Not>(child.content);
    return isOr || (isAnd && std::holds_alternative<And>(parent.content));
}

QString print(const NodePointer &tree)
{
    return std::visit(Printer(*tree), tree->content);
}

} // namespace Trailglass::Filter
