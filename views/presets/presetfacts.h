// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Trailglass {

/// What a preset holds, to be read: filter, columns and order.
/// \thread GUI
class PresetFacts : public QWidget
{
    Q_OBJECT

public:
    explicit PresetFacts(QWidget *parent = nullptr);

    void show(const Preset &preset);

private:
    QPlainTextEdit *m_expression;
    QLabel *m_columns;
    QLabel *m_sort;
};

} // namespace Trailglass
