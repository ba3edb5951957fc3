// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/colourrule.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace Trailglass {

/// Edits the colour rules: their order, names, filters, colours, and which are on.
///
/// A rule whose filter is broken is kept, with what is wrong with it beside it. The caller shows the dialog
/// with open().
/// \thread GUI
class ColourRulesDialog : public QDialog
{
    Q_OBJECT

public:
    /// \returns what is wrong with a filter, in a sentence; empty: nothing
    using Check = std::function<QString(const QString &filter)>;

    ColourRulesDialog(const QList<ColourRule> &rules, Check check, QWidget *parent = nullptr);

    [[nodiscard]] const QList<ColourRule> &rules() const { return m_rules; }

    /// Offers a new rule with this filter, that of the events beside the dialog. Until then there is no such offer.
    /// \param filter     as typed, broken or not
    /// \param objection  why there can be no rule with it, in a sentence, shown as plain text; empty: there can
    void offerFilter(const QString &filter, const QString &objection);

Q_SIGNALS:
    /// Accepted.
    void chosen(const QList<Trailglass::ColourRule> &rules);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void buildEditors();
    void connectEditors();
    void fill();
    void showRule(int row);
    void showItem(int row);
    void paintColours();
    void add(const QString &filter);
    void showOffer();
    void remove();
    void move(int by);
    void change(const std::function<void(ColourRule &)> &edit);
    void updateButtons();

    QList<ColourRule> m_rules; ///< in the order of the list
    Check m_check;
    QString m_offered; ///< filter
    QString m_objection; ///< against a rule with it; empty: none
    bool m_isFilling = false; ///< the editors change because another rule is shown
    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_addOffered;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QWidget *m_editors;
    QLineEdit *m_name;
    QLineEdit *m_filter;
    QComboBox *m_colour;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

} // namespace Trailglass
