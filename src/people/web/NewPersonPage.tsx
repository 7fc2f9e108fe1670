import { useNavigate } from '@tanstack/react-router';
import { TextLink } from '#ui/links.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { PersonForm } from './PersonForm.tsx';
import { peopleWords } from './people-words.ts';

const { form: words } = peopleWords;

export const NewPersonPage = () => {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={words.title}
        lead={words.lead}
        above={<TextLink to="/people">{peopleWords.list.title}</TextLink>}
      />
      <PersonForm onDone={(personId) => navigate({ to: '/people/$personId', params: { personId } })} />
    </>
  );
};
