// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QObject>

class QWidget;

namespace Trailglass {

/// Gives a widget the keys of its own actions before the window's shortcuts see them, so that Ctrl+C copies what the
/// widget shows and not the table's rows.
/// \thread GUI
class ViewShortcuts : public QObject
{
    Q_OBJECT

public:
    /// \param view  owns this object; its QWidget::actions() are asked at each key
    explicit ViewShortcuts(QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_view;
};

} // namespace Trailglass
