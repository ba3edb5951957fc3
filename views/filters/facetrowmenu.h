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
    void setColumnEnabled(bool enabled);

Q_SIGNALS:
    void editChosen(Trailglass::FilterEdit edit);
    void copyChosen();
    /// As a term of a filter.
    void copyTermChosen();
    /// The field, in the table.
    void columnChosen();
    void clearChosen();

private:
    QAction *m_copy;
    QAction *m_column;
};

} // namespace Trailglass
