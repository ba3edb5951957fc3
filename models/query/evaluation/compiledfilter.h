// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/canceltoken.h"
#include "models/core/result.h"
#include "models/filter/ast.h"
#include "models/filter/querycontext.h"
#include "models/filter/zonecalendar.h"
#include "models/query/evaluation/condition.h"
#include "models/query/evaluation/rowlayout.h"

#include <memory>
#include <string>
#include <vector>

namespace Trailglass {

class Dictionaries;

/// One of the parts of a filter that all must hold and that columns alone do not decide.
struct TextPart
{
    ConditionPointer condition;
    ConditionPointer open; ///< what of it decides where the columns do not
    std::string identity; ///< Filter::identityOf()
};

/// What every request needs: the filter, compiled, and the display zone.
///
/// The layout may be added to until the scan.
/// \thread the dictionaries'
struct CompiledFilter
{
    /// Each part costs four bits a row; parts beyond the limit are merged into one.
    static constexpr std::size_t MaxTextParts = 6;

    /// \error as ConditionCompiler::compile()
    static Result<std::unique_ptr<CompiledFilter>> compile(const Filter::NodePointer &filter,
                                                           const QueryContext &context,
                                                           Dictionaries &dictionaries,
                                                           const CancelToken &cancel);

    RowLayout layout;
    ConditionPointer byColumns; ///< the parts of it that columns decide
    std::vector<TextPart> textParts; ///< the others, cheap ones first, none twice, at most MaxTextParts
    RowLayout textLayout; ///< what TextPart::open reads; its slots of texts are those of layout
    Filter::ZoneCalendar calendar;
};

} // namespace Trailglass
