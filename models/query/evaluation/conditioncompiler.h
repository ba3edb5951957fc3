// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/field.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/rowlayout.h"

namespace Trailglass {

class Dictionaries;

/// Compiles filters into conditions: terms on coded fields are evaluated here, once
/// for each distinct value.
///
/// \thread the dictionaries'
class ConditionCompiler
{
public:
    /// \param layout  gets the slots that conditions read
    /// \param cancel  watched while values are evaluated: a field may have a million
    ConditionCompiler(const QueryContext &context, Dictionaries &dictionaries, RowLayout &layout,
                      const CancelToken &cancel);

    /// \param tree  with presets expanded
    /// \error Usage for a preset that is not expanded, a regex that does not compile or passes its match
    /// limit on a known value, an unknown display zone; Storage; Cancelled
    Result<ConditionPointer> compile(const Filter::NodePointer &tree);

private:
    using Children = Result<std::vector<ConditionPointer>>;

    Children compileAll(const std::vector<Filter::NodePointer> &nodes);
    Result<ConditionPointer> compile(const Filter::All &all);
    Result<ConditionPointer> compile(const Filter::Not &node);
    Result<ConditionPointer> compile(const Filter::And &node);
    Result<ConditionPointer> compile(const Filter::Or &node);
    Result<ConditionPointer> compile(const Filter::PresetReference &preset);
    Result<ConditionPointer> compile(const Filter::Text &text);
    Result<ConditionPointer> compile(const Filter::Term &term);

    Result<ConditionPointer> fieldTerm(Field field, const Filter::Term &term);
    Result<ConditionPointer> timeTerm(Field field, const Filter::Term &term);
    Result<ConditionPointer> derivedTerm(Filter::DerivedField field, const Filter::Term &term);
    Result<ConditionPointer> targetTerm(const Filter::ValueMatcher &matcher);

    Result<ConditionPointer> textTerm(Field field, const Filter::ValueMatcher &matcher);
    ConditionPointer presence(Field field);

    /// \param test  called for each distinct text
    using Test = std::function<Filter::Match(std::string_view)>;
    Result<ConditionPointer> codes(Field field, bool acceptsNone, const Test &test);

    const QueryContext &m_context;
    Dictionaries &m_dictionaries;
    RowLayout &m_layout;
    const CancelToken &m_cancel;
};

} // namespace Trailglass
