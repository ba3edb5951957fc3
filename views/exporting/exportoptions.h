// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "views/exporting/exportchoice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace Trailglass {

class BundleOptions;

/// The choices of an export: which rows, format, columns, and what a CSV needs.
/// \thread GUI
class ExportOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ExportOptions(ExportOffer offer, QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    [[nodiscard]] qint64 rowCount() const;
    [[nodiscard]] ExportChoice::Format format() const;
    /// Why this cannot be exported, in a sentence; empty: it can.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    /// A change that makes the figures of an earlier survey invalid.
    void changed();
    void formatChanged();

private:
    QWidget *buildRows();
    void buildFormats();
    void disableBundles();
    void showFormat();
    [[nodiscard]] std::vector<Column> columns() const;

    const ExportOffer m_offer;
    QRadioButton *m_result;
    QRadioButton *m_selection;
    QComboBox *m_format;
    QComboBox *m_columns;
    QCheckBox *m_guard;
    QCheckBox *m_mark;
    BundleOptions *m_bundle;
};

} // namespace Trailglass
