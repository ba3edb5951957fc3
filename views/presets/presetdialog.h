// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/presets/preset.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace Trailglass {

class MessageStrip;
class PresetFacts;

/// Lists the presets to be renamed, updated, deleted and handed on. Does nothing itself: every request is
/// signalled, and the outcome comes in through setPresets() and the strip.
/// \thread GUI
class PresetDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PresetDialog(QWidget *parent = nullptr);

    /// Keeps the place in the list, and while the same preset is chosen what is typed for its name; a preset
    /// just renamed stays the chosen one.
    void setPresets(const QList<Preset> &presets);
    void choose(const QString &name);

    /// Errors and news, in place.
    [[nodiscard]] MessageStrip &strip() { return *m_strip; }

Q_SIGNALS:
    void applied(const Trailglass::Preset &preset);
    void renameAsked(const QString &from, const QString &to);
    /// The current filter is to replace that of the preset.
    void updateAsked(const QString &name);
    /// After a question.
    void deleteAsked(const QString &name);
    void importAsked(const QString &fileName);
    void exportAsked(const QString &fileName);

private:
    QWidget *buildDetails();
    [[nodiscard]] const Preset *chosen() const;
    void showChosen();
    void checkName();
    void rename();
    void askToDelete();

    QList<Preset> m_presets;
    QString m_renamedTo; ///< chosen once it is listed
    QString m_named; ///< the preset whose name was put into m_name
    MessageStrip *m_strip;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QLineEdit *m_name = nullptr;
    QPushButton *m_rename = nullptr;
    QLabel *m_note = nullptr;
    PresetFacts *m_facts = nullptr;
    QPushButton *m_export;
};

} // namespace Trailglass
