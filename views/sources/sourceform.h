// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/result.h"
#include "models/sources/sourcetype.h"
#include "views/sources/sourcevalues.h"

#include <QList>
#include <QWidget>

class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace Trailglass {

class FieldNote;
class ScheduleEditor;
class SecretEditor;
class SettingEditor;

/// The form of a source, built from the description of its type.
class SourceForm : public QWidget
{
    Q_OBJECT

public:
    /// \param existing  the source to change; its name is fixed
    SourceForm(const SourceType &type, const std::optional<ExistingSource> &existing,
               QWidget *parent = nullptr);

    /// What is typed, checked whole.
    /// \error Usage; each problem is also shown at its field, and the first of them has the focus
    [[nodiscard]] Result<EnteredSource> input();

    /// Whether a credential would be written into the keychain.
    [[nodiscard]] bool goesToKeychain() const;
    /// Keeps all that would go to the keychain in memory instead.
    void keepSecretsForSession();

    [[nodiscard]] QString name() const;

Q_SIGNALS:
    void edited();

private:
    void addName(QVBoxLayout *layout);
    void addSettings(QVBoxLayout *layout);
    void addSecrets(QVBoxLayout *layout);
    void addScope(QVBoxLayout *layout);
    void addSchedule(QVBoxLayout *layout);
    [[nodiscard]] SettingEditor *addSetting(const SettingField &field, QVBoxLayout *layout);
    [[nodiscard]] bool checkName();
    void showProblem(QWidget *place);

    const SourceType &m_type;
    std::optional<ExistingSource> m_existing;
    QLineEdit *m_name;
    FieldNote *m_nameNote;
    QList<SettingEditor *> m_settings;
    QList<SecretEditor *> m_secrets;
    QToolButton *m_scopeButton = nullptr;
    ScheduleEditor *m_schedule = nullptr;
};

/// A message about settings with their keys replaced by the labels a form shows, in quotation marks. Keys
/// that are everyday words stay.
[[nodiscard]] QString withLabels(QString message, const SourceType &type);

} // namespace Trailglass
