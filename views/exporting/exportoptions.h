// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/query/queryengine.h"
#include "models/workspace/eventexporter.h"

#include <QWidget>

#include <memory>
#include <vector>

class QCheckBox;
class QComboBox;
class QRadioButton;

namespace Trailglass {

/// What can be exported.
struct ExportOffer
{
    std::shared_ptr<const ResultRows> result; ///< never null
    /// In the order of the result; null: only the result is offered.
    std::shared_ptr<const ResultRows> selection = {};
    std::vector<Column> shownColumns = {}; ///< of the table; empty: not offered
};

/// The choices of an export: which rows, format, columns, and what a CSV needs.
/// \thread GUI
class ExportOptions : public QWidget
{
    Q_OBJECT

public:
    explicit ExportOptions(ExportOffer offer, QWidget *parent = nullptr);

    /// As chosen now. The rows are shared, not copied.
    [[nodiscard]] ExportPlan plan() const;
    [[nodiscard]] qint64 rowCount() const;
    [[nodiscard]] ExportFormat format() const;

Q_SIGNALS:
    /// Something that changes what a survey would say.
    void changed();
    void formatChanged();

private:
    QWidget *buildRows();
    [[nodiscard]] const std::shared_ptr<const ResultRows> &rows() const;
    [[nodiscard]] std::vector<Column> columns() const;

    const std::vector<Column> m_shownColumns;
    const std::shared_ptr<const ResultRows> m_wholeResult;
    const std::shared_ptr<const ResultRows> m_selectedRows; ///< null: not offered
    QRadioButton *m_result;
    QRadioButton *m_selection;
    QComboBox *m_format;
    QComboBox *m_columns;
    QCheckBox *m_guard;
    QCheckBox *m_mark;
};

} // namespace Trailglass
