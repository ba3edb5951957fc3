// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/filter/ast.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace Trailglass {

class FacetRunner;
class FilterPane;
class FilterState;
class Settings;

/// Brings the counts the filter pane asks for, from begin() on.
class FacetController : public QObject
{
    Q_OBJECT

public:
    /// All outlive the controller.
    FacetController(const FilterState &filter, Settings &settings, FacetRunner &facets, FilterPane &pane,
                    QObject *parent = nullptr);

    /// What was asked for is counted now, and from now on what is asked for.
    void begin();
    /// Counts anew what was asked for last: the filter means something else now.
    void countAgain();

private:
    QTimer m_typing;
    std::vector<Filter::FieldReference> m_fields; ///< asked for last
    int m_top = 0;
    bool m_hasBegun = false;
    bool m_isUncounted = false; ///< the text broke before the counts were asked for
};

} // namespace Trailglass
