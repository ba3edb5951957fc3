// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/sourcenames.h"

#include "models/core/text.h"
#include "models/core/translation.h"
#include "models/filter/casefold.h"
#include "models/filter/printer.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace Trailglass::Filter {

namespace {

/// The value of a term that must be the name of a source, if it must.
std::optional<std::string> nameIn(const Term &term, const Value &value)
{
    const bool isEquality = term.comparison == Comparison::Matches || term.comparison == Comparison::Exactly;
    const auto *text = std::get_if<TextValue>(&value);
    const bool isPlain = text && text->wildcards.empty() && !text->text.empty();
    if (term.field != FieldReference(Field::Source) || !isEquality || !isPlain)
        return std::nullopt;
    return text->text;
}

QString sentenceOf(const QString &name, const QStringList &names)
{
    constexpr qsizetype MaxNamesListed = 10;
    if (names.isEmpty())
        return Trailglass::tr("There is no source “%1”; the workspace has none yet.").arg(name);
    const QString known = names.first(std::min(names.size(), MaxNamesListed)).join(", "_L1);
    if (names.size() > MaxNamesListed)
        return Trailglass::tr("There is no source “%1”; among the sources are %2.").arg(name, known);
    return Trailglass::tr("There is no source “%1”; the sources are %2.").arg(name, known);
}

ValueProblem unknownSource(const QString &name, const QStringList &names)
{
    const QString nearest = nearestName(name, names);
    return {sentenceOf(name, names),
            nearest.isEmpty() ? QString() : valueText(TextValue{toUtf8(nearest), {}})};
}

/// Walks through a tree and the presets it refers to; the depth of trees is limited by MaxDepth.
class SourceNameChecker
{
public:
    SourceNameChecker(const PresetLookup &lookup, ValueRule rule)
        : m_lookup(lookup)
        , m_rule(std::move(rule))
    {
    }

    Result<void> check(const Node &node)
    {
        return std::visit([this](const auto &content) { return of(content); }, node.content);
    }

    /// Checks the presets referred to so far and, in turn, those they refer to.
    Result<void> checkPresets()
    {
        while (!m_waiting.empty()) {
            const std::string name = std::move(m_waiting.back());
            m_waiting.pop_back();
            TRY(checkPreset(toQString(name)));
        }
        return {};
    }

private:
    Result<void> checkPreset(const QString &name)
    {
        const auto expression = m_lookup ? m_lookup(name) : std::nullopt;
        const ParseResult parsed = expression ? parse(*expression) : ParseResult(makeNode(All{}));
        const auto *tree = std::get_if<NodePointer>(&parsed);
        if (!tree)
            return {};
        auto checked = check(**tree);
        if (!checked) {
            return Error{
                ErrorKind::Usage,
                Trailglass::tr("The preset “%1” cannot be used. %2").arg(name, checked.error().message)};
        }
        return checked;
    }

    Result<void> of(const All &) { return {}; }
    Result<void> of(const Text &) { return {}; }
    Result<void> of(const Term &term)
    {
        for (const Value &value : term.values) {
            if (const auto problem = m_rule(term, value))
                return Error{ErrorKind::Usage, sentence({0, 0, problem->message, problem->suggestion})};
        }
        return {};
    }
    Result<void> of(const PresetReference &preset)
    {
        if (m_seen.insert(preset.name).second)
            m_waiting.push_back(preset.name);
        return {};
    }
    Result<void> of(const Not &negation) { return check(*negation.child); }
    Result<void> of(const And &conjunction) { return checkAll(conjunction.children); }
    Result<void> of(const Or &disjunction) { return checkAll(disjunction.children); }

    Result<void> checkAll(const std::vector<NodePointer> &children)
    {
        for (const NodePointer &child : children)
            TRY(check(*child));
        return {};
    }

    const PresetLookup &m_lookup;
    const ValueRule m_rule;
    std::unordered_set<std::string> m_seen; ///< presets referred to so far
    std::vector<std::string> m_waiting; ///< of these, not checked yet
};

} // namespace

ValueRule knownSources(const QStringList &names)
{
    std::unordered_set<std::string> exact;
    std::unordered_set<std::string> folded;
    for (const QString &name : names) {
        exact.insert(toUtf8(name));
        folded.insert(foldedText(toUtf8(name)));
    }
    return [names, exact = std::move(exact),
            folded = std::move(folded)](const Term &term, const Value &value) -> std::optional<ValueProblem> {
        const auto name = nameIn(term, value);
        if (!name)
            return std::nullopt;
        const bool isKnown = term.comparison == Comparison::Exactly ? exact.contains(*name)
                                                                    : folded.contains(foldedText(*name));
        return isKnown ? std::nullopt : std::optional(unknownSource(toQString(*name), names));
    };
}

Result<void> checkSources(const NodePointer &tree, const PresetLookup &lookup, const QStringList &names)
{
    SourceNameChecker checker(lookup, knownSources(names));
    TRY(checker.check(*tree));
    return checker.checkPresets();
}

} // namespace Trailglass::Filter
