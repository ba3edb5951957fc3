// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/common/filterintent.h"

#include <QMenu>

namespace Trailglass {

/// What can be done with one value or range of a facet. Deletes itself when closed.
class FacetRowMenu : public QMenu
{
    Q_OBJECT

public:
    /// \param state  of the row
    /// \param title  of the field, as it is
    FacetRowMenu(Qt::CheckState state, const QString &title, QWidget *parent);

    void setCopyEnabled(bool enabled);

Q_SIGNALS:
    void editChosen(Trailglass::FilterEdit edit);
    void copyChosen();
    /// As a term of a filter.
    void copyTermChosen();
    void clearChosen();

private:
    QAction *m_copy;
};

} // namespace Trailglass
