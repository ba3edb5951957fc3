// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QScrollArea>

namespace Trailglass {

/// Rows of a dialog, as high as they are where the window has the room, and scrolled where it has not: on a small screen
/// they give way to what stands around them.
/// \thread GUI
class ScrolledRows : public QScrollArea
{
    Q_OBJECT

public:
    /// \param rows  with a layout; becomes a child
    explicit ScrolledRows(QWidget *rows, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace Trailglass
