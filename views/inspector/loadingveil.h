// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace Trailglass {

/// Lies over a view while what comes next is read: what is below looks out of date and takes no mouse. It keeps the
/// keyboard, if it has it, as no page in its place would let it.
/// \thread GUI
class LoadingVeil : public QWidget
{
    Q_OBJECT

public:
    /// \param text     what is being done
    /// \param covered  lies below, all of it; the veil is hidden until shown
    LoadingVeil(const QString &text, QWidget *covered);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void cover();
};

} // namespace Trailglass
