// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

namespace Trailglass {

/// The first step of adding a source: one card for each source type.
class SourceTypePage : public QWidget
{
    Q_OBJECT

public:
    explicit SourceTypePage(QWidget *parent = nullptr);

Q_SIGNALS:
    /// \a typeName is one that findSource() knows.
    void chosen(const QString &typeName);
};

} // namespace Trailglass
