// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace Trailglass {

/// What a filter may consist of, with examples to use: languageGuide(), to be read beside the window and searched.
/// \thread GUI
class FilterGuideDialog : public QDialog
{
    Q_OBJECT

public:
    explicit FilterGuideDialog(QWidget *parent = nullptr);

Q_SIGNALS:
    /// An example is to be the filter.
    void exampleChosen(const QString &filter);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void search();
    void useRow(int row);
    void updateButton();
    [[nodiscard]] bool isExample(int row) const;
    [[nodiscard]] bool hasText(int row, const QString &text) const;

    QLineEdit *m_search;
    QTableWidget *m_table;
    QLabel *m_nothing; ///< in place of the rows when none has the text
    QPushButton *m_use = nullptr;
    std::vector<int> m_titles; ///< rows with the title of a section, in order
};

} // namespace Trailglass
