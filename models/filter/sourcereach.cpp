// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/filter/sourcereach.h"

#include "models/filter/rowevaluator.h"

namespace Trailglass::Filter {

namespace {

/// The possible results of a part of a filter for the events of one source.
struct Outcomes
{
    bool canMatch = true;
    bool canMiss = true;
};

/// Evaluates the parts of a tree for one source.
class SourceProbe
{
public:
    SourceProbe(const EventRecord &record, const QueryContext &context)
        : m_record(record)
        , m_context(context)
    {
    }

    [[nodiscard]] Outcomes ask(const NodePointer &node) const
    {
        return std::visit([&](const auto &content) { return of(node, content); }, node->content);
    }

private:
    [[nodiscard]] Outcomes of(const NodePointer &, const All &) const { return {true, false}; }
    [[nodiscard]] Outcomes of(const NodePointer &, const Text &) const { return {}; }
    [[nodiscard]] Outcomes of(const NodePointer &, const PresetReference &) const { return {}; }
    [[nodiscard]] Outcomes of(const NodePointer &node, const Term &term) const
    {
        if (term.field != FieldReference(Field::Source) && term.field != FieldReference(Field::Vendor))
            return {};
        const auto evaluator = RowEvaluator::compile(node, m_context);
        const auto matched = evaluator ? evaluator->matches(m_record) : evaluator.error();
        return matched ? Outcomes{*matched, !*matched} : Outcomes();
    }
    [[nodiscard]] Outcomes of(const NodePointer &, const Not &negation) const
    {
        const Outcomes inner = ask(negation.child);
        return {inner.canMiss, inner.canMatch};
    }
    [[nodiscard]] Outcomes of(const NodePointer &, const And &conjunction) const
    {
        Outcomes all{true, false};
        for (const NodePointer &child : conjunction.children) {
            const Outcomes one = ask(child);
            all = {all.canMatch && one.canMatch, all.canMiss || one.canMiss};
        }
        return all;
    }
    [[nodiscard]] Outcomes of(const NodePointer &, const Or &disjunction) const
    {
        Outcomes any{false, true};
        for (const NodePointer &child : disjunction.children) {
            const Outcomes one = ask(child);
            any = {any.canMatch || one.canMatch, any.canMiss && one.canMiss};
        }
        return any;
    }

    const EventRecord &m_record;
    const QueryContext &m_context;
};

} // namespace

bool mayMatchSource(const NodePointer &tree, const std::string &source, Vendor vendor,
                    const QueryContext &context)
{
    EventRecord record;
    record.source = source;
    record.vendor = vendor;
    return SourceProbe(record, context).ask(tree).canMatch;
}

} // namespace Trailglass::Filter
