// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace Trailglass {

/// What a preset holds, to be read: filter, columns, order and colour rules.
/// \thread GUI
class PresetFacts : public QWidget
{
    Q_OBJECT

public:
    explicit PresetFacts(QWidget *parent = nullptr);

    void show(const Preset &preset);

private:
    static QString rulesText(const QString &rules);

    QPlainTextEdit *m_expression;
    QLabel *m_columns;
    QLabel *m_sort;
    QLabel *m_rules;
};

} // namespace Trailglass
