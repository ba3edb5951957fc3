// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Trailglass {

class ElidedLabel;
class MessageStrip;
class SourceTableModel;

/// Everything about one source, beside its chip, with what can be done about it. Closes at a click outside.
/// \thread GUI
class SourcePopover : public QFrame
{
    Q_OBJECT

public:
    /// \param model  outlives the popover
    explicit SourcePopover(SourceTableModel &model, QWidget *parent = nullptr);

    /// Shows the source \a name above \a anchor, or below where there is no room.
    /// \param anchor  on the screen
    void open(const QString &name, const QRect &anchor);
    /// Where messages about the source stand.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    void editRequested(const QString &name);
    void testRequested(const QString &name);
    void removeRequested(const QString &name);
    void syncRequested(const QString &name);
    void quarantineRequested(const QString &name);
    void allRequested(const QString &current);

protected:
    bool event(QEvent *event) override;

private:
    void build();
    void refresh();
    void place();
    [[nodiscard]] QPushButton *addButton(const char *name, const QString &text);

    SourceTableModel &m_model;
    QString m_source;
    QRect m_anchor;
    QLabel *m_sign;
    ElidedLabel *m_title;
    QLabel *m_state;
    // In the order in which they stand, which is that of Tab.
    MessageStrip *m_strip;
    QPlainTextEdit *m_details;
    QPushButton *m_quarantine; ///< there while rows of the source are quarantined
    QPushButton *m_sync;
    QPushButton *m_test;
    QPushButton *m_edit;
    QPushButton *m_remove;
    QPushButton *m_all;
};

} // namespace Trailglass
