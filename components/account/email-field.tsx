import { Field, type FieldProps } from './field'

/** The address that an account is known by. */
export function EmailField(props: Pick<FieldProps, 'autoComplete' | 'hint' | 'fault'>) {
  return (
    <Field
      label="E-mail"
      name="email"
      type="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      maxLength={254}
      {...props}
    />
  )
}
